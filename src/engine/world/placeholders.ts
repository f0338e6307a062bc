import { listOf, listsBefore } from '../../catalogue/operations.ts';
import type { RecordKind } from '../../catalogue/record-kinds.ts';
import type { Constraints, Gap, Unread } from '../../inventory/gap.ts';
import type { Inventory } from '../../inventory/join-shards.ts';
import type { Fields, Scope } from '../../inventory/record.ts';
import { known } from '../answer.ts';
import type { Item } from '../item.ts';
import type { VaultList } from './vault-lists.ts';

export type Intern = (gap: Gap) => Gap;

type Stand = {
  readonly kind: string;
  readonly scope?: Scope | undefined;
  readonly fields?: Fields;
  readonly gap: Gap;
  readonly constraints?: Constraints;
};

/** What stands for the records that a gap hides. */
export const standIn = ({ kind, scope, fields = {}, gap, constraints = {} }: Stand): Item => ({
  kind,
  id: `unread ${gap.operation} ${gap.resource ?? ''}`,
  scope,
  fields,
  unread: [gap],
  isPlaceholder: true,
  constraints,
});

/** For each scope where their list was not read whole, or the list of plans that it is called for: that tells no more of them. */
export function unreadInScopes(kind: RecordKind, inventory: Inventory, intern: Intern): readonly Item[] {
  const list = listOf(kind);
  const [outermost = list] = listsBefore(list);
  return inventory.scopes.flatMap((scope) =>
    inventory
      .unread(scope, outermost)
      .map(({ gap, constraints }) =>
        standIn({ kind, scope, gap: intern(gap), constraints: outermost === list ? constraints : {} }),
      ),
  );
}

/** Points of vaults that were not listed whole, and of vaults that nobody listed. */
export function unreadPoints(
  inventory: Inventory,
  lists: ReadonlyMap<string, VaultList>,
  intern: Intern,
): readonly Item[] {
  const inVaults = [...lists.values()].flatMap(({ vaultArn, scope, unread }) =>
    unread.map(({ gap, constraints }: Unread) =>
      standIn({ kind: 'recoveryPoint', scope, fields: { BackupVaultArn: vaultArn }, gap: intern(gap), constraints }),
    ),
  );
  // A vault that nobody listed may be another account's, shared with this one; but sharing does not cross Regions.
  const inUnlisted = inventory.scopes.flatMap((scope) =>
    inventory.unread(scope, 'ListBackupVaults').map(({ gap }) => ({
      ...standIn({ kind: 'recoveryPoint', scope, gap: intern(gap) }),
      given: { region: known(scope.region) },
    })),
  );
  return [...inVaults, ...inUnlisted];
}
