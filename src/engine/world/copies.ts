import { recordFields } from '../../catalogue/record-kinds.ts';
import type { Constraints, Gap } from '../../inventory/gap.ts';
import type { Inventory } from '../../inventory/join-shards.ts';
import type { AwsRecord, Fields, Scope } from '../../inventory/record.ts';
import { scopeOfArn } from '../../inventory/scope.ts';
import { known } from '../answer.ts';
import type { Item } from '../item.ts';
import { type Intern, standIn } from './placeholders.ts';
import type { VaultList } from './vault-lists.ts';

type Sources = {
  readonly inventory: Inventory;
  readonly lists: ReadonlyMap<string, VaultList>;
  readonly points: readonly Item[];
  readonly intern: Intern;
};

/** Copies that exist where nobody looked: of jobs seen, and of jobs that were not listed. */
export function unreadCopies(sources: Sources): readonly Item[] {
  const { inventory, intern, points } = sources;
  const creationDates = new Map(points.map((point) => [point.id, point.fields.CreationDate]));
  const seen = inventory.records.flatMap((record) =>
    record.kind === 'copyJob' ? copyOf(record, sources, creationDates) : [],
  );
  const unseen = inventory.scopes.flatMap((scope) =>
    inventory.unread(scope, 'ListCopyJobs').flatMap(({ gap, constraints }) => {
      const known = copyConstraints(constraints);
      return known === undefined ? [] : [standIn({ kind: 'recoveryPoint', gap: intern(gap), constraints: known })];
    }),
  );
  return [...seen, ...unseen].map(asCopy);
}

/** The copy of a continuous backup is a snapshot (trap L5). */
const asCopy = (item: Item): Item => ({
  ...item,
  hidesCopies: true,
  given: { ...item.given, continuous: known(false) },
});

const knownStates: readonly unknown[] =
  recordFields.copyJob.State.type === 'string' ? (recordFields.copyJob.State.values ?? []) : [];

type Outside = { readonly scope: Scope; readonly vaultArn: string };

/** Where a job copied something to, or may have, if nobody looked there. */
function outsideOf(job: Fields, inventory: Inventory, lists: Sources['lists']): Outside | undefined {
  const { State: state, DestinationBackupVaultArn: vaultArn } = job;
  const mayBeDone = state === 'COMPLETED' || !knownStates.includes(state);
  if (!mayBeDone || typeof vaultArn !== 'string' || lists.has(vaultArn)) return undefined;
  const scope = scopeOfArn(vaultArn);
  return scope === undefined || inventory.names(scope) ? undefined : { scope, vaultArn };
}

export const leadsOutside = ({ fields }: AwsRecord, inventory: Inventory, lists: Sources['lists']): boolean =>
  outsideOf(fields, inventory, lists) !== undefined;

/** A job that copied something, or may have, into a vault that no list of the inventory covers. */
function copyOf(
  { fields }: AwsRecord,
  { inventory, lists, intern }: Sources,
  creationDates: ReadonlyMap<string, unknown>,
): readonly Item[] {
  const outside = outsideOf(fields, inventory, lists);
  if (outside === undefined) return [];
  const { scope, vaultArn } = outside;
  const gap: Gap = { ...scope, operation: 'ListRecoveryPointsByBackupVault', resource: vaultArn, status: 'notRead' };
  const created = creationDates.get(String(fields.SourceRecoveryPointArn));
  const copied = { ...copiedFields(fields), ...(created === undefined ? {} : { CreationDate: created }) };
  const item = standIn({
    kind: 'recoveryPoint',
    scope,
    fields: copied,
    gap: intern(gap),
    constraints: created === undefined ? createdBefore(fields) : {},
  });
  const type = fields.DestinationVaultType;
  if (typeof type !== 'string') return [item];
  return [{ ...item, given: { vaultType: known(type, recordFields.recoveryPoint.VaultType), mirrored: known(false) } }];
}

function copiedFields(job: Fields): Fields {
  const { ResourceArn, ResourceType, DestinationBackupVaultArn, DestinationRecoveryPointArn } = job;
  const all = {
    ResourceArn,
    ResourceType,
    BackupVaultArn: DestinationBackupVaultArn,
    RecoveryPointArn: DestinationRecoveryPointArn,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** A copy keeps the creation date of its source (trap I4), which is before the job's. */
function createdBefore({ CreationDate: date }: Fields): Constraints {
  if (typeof date !== 'string') return {};
  return { CreationDate: { from: Number.NEGATIVE_INFINITY, to: Date.parse(date), toExcluded: false } };
}

/** What an unread list of copy jobs tells of the copies; undefined where no finished copy can be in it. */
function copyConstraints(jobs: Constraints): Constraints | undefined {
  const { ResourceArn, ResourceType, State, date, CreationDate } = jobs;
  if (State !== undefined && 'not' in State && State.not.includes('COMPLETED')) return undefined;
  const ends = [date, CreationDate].flatMap((each) => (each !== undefined && 'to' in each ? [each] : []));
  const [end] = ends.sort((a, b) => a.to - b.to);
  return {
    ...(ResourceArn === undefined ? {} : { ResourceArn }),
    ...(ResourceType === undefined ? {} : { ResourceType }),
    ...(end === undefined ? {} : { CreationDate: { ...end, from: Number.NEGATIVE_INFINITY } }),
  };
}
