import type { Scope } from '../../src/inventory/record.ts';

const production = '111122223333';
const data = '444455556666';
const backup = '777788889999';
const ireland = 'eu-west-1';
const frankfurt = 'eu-central-1';

export const prodIreland: Scope = { accountId: production, region: ireland };
export const prodFrankfurt: Scope = { accountId: production, region: frankfurt };
export const dataIreland: Scope = { accountId: data, region: ireland };
export const dataFrankfurt: Scope = { accountId: data, region: frankfurt };
export const vaultIreland: Scope = { accountId: backup, region: ireland };
export const vaultFrankfurt: Scope = { accountId: backup, region: frankfurt };

/** In the order of account and Region, by code unit. */
export const scopes: readonly Scope[] = [
  prodFrankfurt,
  prodIreland,
  dataFrankfurt,
  dataIreland,
  vaultFrankfurt,
  vaultIreland,
];

export const sameScope = (a: Scope, b: Scope): boolean => a.accountId === b.accountId && a.region === b.region;
export const arnIn = (scope: Scope, service: string, rest: string): string =>
  `arn:aws:${service}:${scope.region}:${scope.accountId}:${rest}`;
