import { arnTail, parseArn } from '../arn.ts';
import { type Kind, kindNames } from '../catalogue/kinds.ts';
import type { Item } from '../engine/item.ts';
import { sentenceOf } from '../engine/unknown-message.ts';
import type { World } from '../engine/world/world.ts';
import { UsageError } from '../errors.ts';
import { type Gap, gapKey, isForgotten } from '../inventory/gap.ts';
import { scopeId, scopeOfArn } from '../inventory/scope.ts';
import { nearest } from '../nearest.ts';
import { groupBy } from '../reporters/group-by.ts';
import { plural } from '../reporters/pretty/page.ts';

const shownIds = 3;
const shownGaps = 3;

/** Nothing has that id: what it may have been, and whether it may be where nobody looked. */
export function missing(id: string, world: World): UsageError {
  const quoted = JSON.stringify(id);
  if (isRead('protectedResource', id, world))
    return new UsageError(`${quoted} is not judged: a restore test created it`);
  if (isRead('listedResource', id, world)) {
    const why = 'AWS Backup cannot back it up, or a restore test created it';
    return new UsageError(`${quoted} is listed, but not judged: ${why}`);
  }
  const byName = meant(named(id, world));
  const lines = byName.length > 0 ? byName : [...outside(id, world), ...meant(near(id, world)), ...hiding(id, world)];
  return new UsageError([`${quoted} is not in the inventory`, ...lines].join('\n'));
}

/** What restore tests made was read, but is no one's data; and much that was listed no backup is made of. */
const isRead = (wanted: Kind, id: string, { inventory }: World): boolean =>
  inventory.records.some(({ kind, fields }) => kind === wanted && fields.ResourceArn === id);

function outside(id: string, world: World): readonly string[] {
  const scope = scopeOfArn(id);
  if (scope === undefined || world.isInWorld(scope)) return [];
  return [`${scopeId(scope)} is not among the ${plural(world.inventory.scopes.length, 'scope')} read`];
}

function meant(ids: readonly string[]): readonly string[] {
  const shown = [...new Set(ids)].sort().slice(0, shownIds);
  return shown.length === 0 ? [] : ['did you mean', ...shown.map((each) => `  ${JSON.stringify(each)}`)];
}

const allItems = (world: World): readonly Item[] => kindNames.flatMap((kind) => world.items(kind));

const namedKinds: readonly Kind[] = ['protectedResource', 'backupVault', 'backupPlan', 'restoreTestingPlan'];
const nameFields = ['ResourceName', 'BackupVaultName', 'BackupPlanName', 'RestoreTestingPlanName'];

/** Things that are called so; points and jobs bear the name of their resource. */
const named = (name: string, world: World): readonly string[] =>
  namedKinds
    .flatMap((kind) => world.items(kind))
    .filter(({ fields }) => nameFields.some((field) => fields[field] === name))
    .map(({ id }) => id);

/** Those that end as the id does, else those whose end is nearest: it is the end of an ARN that people type. */
function near(id: string, world: World): readonly string[] {
  const byTail = groupBy(
    allItems(world).map((item) => item.id),
    arnTail,
  );
  const tail = byTail.has(arnTail(id)) ? arnTail(id) : nearest(arnTail(id), [...byTail.keys()]);
  return byTail.get(tail ?? '') ?? [];
}

/** Lists that were not read and may hold it, those of its own scope first. */
function hiding(id: string, world: World): string[] {
  const gaps = new Map<string, Gap>();
  for (const gap of kindsOf(id).flatMap((kind) => world.placeholders(kind).flatMap(({ unread }) => unread)))
    if (!isForgotten(gap) || !id.startsWith('arn:')) gaps.set(gapKey(gap), gap);
  if (gaps.size === 0) return [];
  const { accountId, region } = parseArn(id) ?? {};
  const distance = (gap: Gap): number => Number(gap.accountId !== accountId) + Number(gap.region !== region);
  const [...sorted] = gaps.values();
  sorted.sort((a, b) => distance(a) - distance(b) || (gapKey(a) < gapKey(b) ? -1 : 1));
  const shown = sorted.slice(0, shownGaps).map((gap) => `  ${sentenceOf({ gap }, world.isInWorld)}`);
  const more = sorted.length - shown.length;
  return [`it may be in what was not read:`, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])];
}

/** What an ARN of that form, or an id that is none, may name. */
function kindsOf(id: string): readonly Kind[] {
  if (!id.startsWith('arn:')) return ['restoreJob', 'copyJob', 'backupJob', 'scanJob'];
  if (id.includes(':backup-vault:')) return ['backupVault'];
  if (id.includes(':backup-plan:')) return ['backupPlan'];
  if (id.includes(':restore-testing-plan:')) return ['restoreTestingPlan'];
  if (id.includes(':recovery-point:') || id.includes(':image/') || id.includes('snapshot')) return ['recoveryPoint'];
  return ['protectedResource'];
}
