import type { AwsRecord, Scope } from '../../inventory/record.ts';
import { scopeId } from '../../inventory/scope.ts';
import { namingOf } from '../world/build-world.ts';
import type { VaultList, VaultNaming } from '../world/vault-lists.ts';
import { needPoints } from './needs-points.ts';

/** Vaults that nothing but their points name. Listed in two scopes, one list counts: which one is not known as they pass. */
export function vaultsOfPoints(lists: ReadonlyMap<string, VaultList>) {
  const named = new Map<string, Scope>();
  return {
    note: (record: AwsRecord): void => {
      for (const { vaultArn, scope } of namingOf(record)) {
        if (lists.has(vaultArn)) continue;
        const seen = named.get(vaultArn);
        if (seen === undefined) named.set(vaultArn, scope);
        else if (scopeId(seen) !== scopeId(scope)) needPoints('a vault that two scopes list');
      }
    },
    list: (): readonly VaultNaming[] => [...named].map(([vaultArn, scope]) => ({ vaultArn, scope })),
  };
}
