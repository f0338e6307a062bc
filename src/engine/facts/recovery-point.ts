import type { recoveryPointFacts } from '../../catalogue/facts/points.ts';
import { type Answer, known, mapAnswer } from '../answer.ts';
import { type Item, isItem } from '../item.ts';
import { dayMs, mapNumber } from '../moment.ts';
import type { World } from '../world/world.ts';
import {
  ageDays,
  type FactReader,
  field,
  isPresent,
  lifecycleDays,
  memberOf,
  placementName,
  placeReaders,
  type Readers,
} from './common.ts';
import { scanVerdict } from './scans.ts';
import { supports } from './supports.ts';
import { pointTagReaders } from './tags.ts';

const usableStatuses: readonly unknown[] = ['COMPLETED', 'AVAILABLE'];

const fromField =
  (name: string, f: (value: unknown) => unknown): FactReader =>
  (item, world) =>
    mapAnswer(world.fact(item, name), (value) => known(f(value)));

/** Its own, else its vault's. Of a point nobody read the vault alone can tell. */
const vaultType: FactReader = (item, world) => {
  const own = world.fact(item, 'VaultType');
  if (own.is === 'known' && own.value !== undefined) return own;
  if (own.is !== 'known' && !item.isPlaceholder) return own;
  const vaults = vaultTypeOfVault(item, world);
  if (vaults.is === 'known' && vaults.value !== undefined) return vaults;
  return mapAnswer(vaults, () => (item.isPlaceholder ? own : known('BACKUP_VAULT')));
};

const vaultTypeOfVault = (item: Item, world: World): Answer =>
  mapAnswer(world.fact(item, 'vault'), (vault) => (isItem(vault) ? world.fact(vault, 'vaultType') : known(undefined)));

const restoreAccess = 'RESTORE_ACCESS_BACKUP_VAULT';

/** By its own VaultType or by its vault record's. */
const mirrored: FactReader = (item, world) => {
  const own = world.fact(item, 'VaultType');
  if (own.is === 'known' && own.value === restoreAccess) return known(true);
  const vault = vaultTypeOfVault(item, world);
  if (vault.is === 'known') return mapAnswer(vault, (type) => known(type === restoreAccess));
  return own.is === 'known' && own.value !== undefined ? mapAnswer(own, () => known(false)) : mapAnswer(vault, known);
};

/** DeleteAt is the truth for a point; AWS deletes within hours after it, so whole days are compared (trap L2). */
const retentionDays: FactReader = (item, world) =>
  mapAnswer(world.fact(item, 'CalculatedLifecycle'), (calculated) => {
    const deleteAt = memberOf(calculated, 'DeleteAt');
    if (typeof deleteAt !== 'string') return lifecycleDays(world.fact(item, 'Lifecycle'));
    return mapAnswer(world.fact(item, 'CreationDate'), (created) =>
      known(Math.round((Date.parse(deleteAt) - Date.parse(String(created))) / dayMs)),
    );
  });

const continuousArn = /:recovery-point:continuous/;

const placement: FactReader = (item, world) =>
  mapAnswer(world.fact(item, 'resource'), (resource) => {
    if (!isItem(resource)) return known('sameScope');
    return compared(item, resource, 'accountId', world, (crossAccount) =>
      compared(item, resource, 'region', world, (crossRegion) => known(placementName(crossAccount, crossRegion))),
    );
  });

const compared = (a: Item, b: Item, fact: string, world: World, then: (differs: boolean) => Answer): Answer =>
  mapAnswer(world.fact(a, fact), (own) => mapAnswer(world.fact(b, fact), (other) => then(own !== other)));

export const recoveryPointReaders: Readers<typeof recoveryPointFacts> = {
  ...placeReaders('BackupVaultArn'),
  date: field('CreationDate'),
  ageDays,
  usable: fromField('Status', (status) => usableStatuses.includes(status)),
  vaultType,
  dayIndex: (item, world) => mapNumber(world.fact(item, 'ageDays'), Math.floor),
  retentionDays,
  neverExpires: (item, world) =>
    mapAnswer(world.fact(item, 'retentionDays'), (days) => known(days === Number.POSITIVE_INFINITY)),
  temporary: isPresent('Lifecycle', 'DeleteAfterEvent'),
  continuous: fromField('RecoveryPointArn', (arn) => continuousArn.test(String(arn))),
  mirrored,
  composite: fromField('IsParent', (isParent) => isParent === true),
  nested: isPresent('ParentRecoveryPointArn'),
  placement,
  scanVerdict,
  supports,
  ...pointTagReaders,
};
