import type { Fields, Scope } from '../../src/inventory/record.ts';
import { daysAgo } from './clock.ts';
import { arnIn, dataIreland, sameScope } from './scopes.ts';
import { seededHex } from './seeded.ts';
import { type Vault, vaultArn } from './vaults.ts';

/** Every vault whose points are tested has a plan of its own for it. */
const testingPlanName = (vault: Vault): string => `acme_weekly-${seededHex(vaultArn(vault), 8)}`;
export const testingPlanArn = (vault: Vault): string =>
  arnIn(vault.scope, 'backup', `restore-testing-plan:${testingPlanName(vault)}`);

/** The lake is tested by drawing lots, all else by its newest point. */
const algorithmOf = ({ scope }: Vault): string =>
  sameScope(scope, dataIreland) ? 'RANDOM_WITHIN_WINDOW' : 'LATEST_WITHIN_WINDOW';

export const testingPlan = (vault: Vault): Fields => ({
  RestoreTestingPlanArn: testingPlanArn(vault),
  RestoreTestingPlanName: testingPlanName(vault),
  CreationTime: daysAgo(200, 9),
  LastExecutionTime: daysAgo(3, 10),
  ScheduleExpression: 'cron(0 10 ? * TUE *)',
  ScheduleExpressionTimezone: 'Etc/UTC',
  StartWindowHours: 1,
  RecoveryPointSelection: {
    Algorithm: algorithmOf(vault),
    IncludeVaults: [vaultArn(vault)],
    RecoveryPointTypes: ['SNAPSHOT', 'CONTINUOUS'],
    SelectionWindowDays: 14,
  },
});

export const testingSelection = (vault: Vault, type: string): Fields => ({
  RestoreTestingPlanName: testingPlanName(vault),
  RestoreTestingSelectionName: type.toLowerCase(),
  CreationTime: daysAgo(200, 9, 10),
  IamRoleArn: arnIn({ ...vault.scope, region: '' }, 'iam', 'role/restore-test'),
  ProtectedResourceType: type,
  ProtectedResourceArns: ['*'],
  ValidationWindowHours: 4,
});

export type TestedVault = { readonly vault: Vault; readonly types: readonly string[] };
export const isIn = (scope: Scope) => (tested: TestedVault) => sameScope(tested.vault.scope, scope);
