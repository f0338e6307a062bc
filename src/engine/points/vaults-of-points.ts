import type { AwsRecord, Scope } from '../../inventory/record.ts';
import { scopeId } from '../../inventory/scope.ts';
import { namingOf } from '../world/build-world.ts';
import type { VaultList, VaultNaming } from '../world/vault-lists.ts';
import { needPoints } from './needs-points.ts';

/** Vaults that nothing but their points name. Listed in two scopes, one list counts: which one is not known as they pass. */
export function vaultsOfPoints(lists: ReadonlyMap<string, VaultList>) {
  const named = new Map<string, Scope>();
  const note = ({ vaultArn, scope }: VaultNaming): void => {
    if (lists.has(vaultArn)) return;
    const seen = named.get(vaultArn);
    if (seen === undefined) named.set(vaultArn, scope);
    else if (scopeId(seen) !== scopeId(scope)) needPoints('a vault that two scopes list');
  };
  return {
    note: (record: AwsRecord): void => {
      for (const naming of namingOf(record)) note(naming);
    },
    merge: (others: readonly VaultNaming[]): void => {
      for (const naming of others) note(naming);
    },
    list: (): readonly VaultNaming[] => [...named].map(([vaultArn, scope]) => ({ vaultArn, scope })),
  };
}
