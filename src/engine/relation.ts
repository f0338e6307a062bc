import { scopeOfArn } from '../inventory/scope.ts';
import { type Answer, absent, gapReasons, joinReasons, known, mapAnswer, reasonsOf, unknown } from './answer.ts';
import { mayHoldCopies } from './copy-accounts.ts';
import { type Item, whyHidden } from './item.ts';
import { indexOf } from './item-index.ts';
import { joinFact } from './join-fact.ts';
import { type OtherWay, otherWay } from './other-ways.ts';
import { type Naming, planNaming } from './plan-of.ts';
import { needPoints } from './points/needs-points.ts';
import { type Key, relationKeys } from './relation-keys.ts';
import type { Membership } from './selections/membership.ts';
import { vaultsChosen } from './vaults-chosen.ts';
import type { Index, Member, World } from './world/world.ts';

function keyOf(item: Item, relation: string): Key {
  const key = relationKeys[item.kind]?.[relation];
  if (key === undefined) throw new Error(`no relation ${relation} of ${item.kind}`);
  return key;
}

export const leadsToPoints = (kind: string, relation: string): boolean =>
  relationKeys[kind]?.[relation]?.to === 'recoveryPoint';

/** Everything that a to-many relation reaches, certainly or perhaps, and what stands for unread lists that it could fill. */
export function members(owner: Item, relation: string, world: World): readonly Member[] {
  const way = otherWay(owner.kind, relation);
  if (way !== undefined) return otherMembers(owner, way, world);
  const key = keyOf(owner, relation);
  const met = meeting(owner, relation, key, world);
  const { covers } = key;
  return covers === undefined ? met : met.flatMap((member) => covered(member, covers(owner, member.item, world)));
}

export type Judged = { readonly item: Item; readonly membership: Membership };

/** What may cover an owner, whether it does or not, with the clauses that decide. */
export function judgedCovers(owner: Item, relation: string, world: World): readonly Judged[] {
  const key = keyOf(owner, relation);
  const { covers } = key;
  if (covers === undefined) return [];
  const records = meeting(owner, relation, key, world).filter(({ item }) => !item.isPlaceholder);
  return records.map(({ item }) => ({ item, membership: covers(owner, item, world) }));
}

/** Of those that meet the ones that belong together. */
function covered({ item, reasons }: Member, { holds, reasons: open }: Membership): readonly Member[] {
  if (holds === false) return [];
  const all = joinReasons([reasonsOf(reasons), open]);
  return [{ item, reasons: all.length === 0 ? certain : unknown(all) }];
}

function meeting(owner: Item, relation: string, key: Key, world: World): readonly Member[] {
  const own = joinFact(owner, key.own, world);
  const index = indexOf(key.to, key.theirs, world);
  if (own.is !== 'known')
    return [...index.all, ...world.placeholders(key.to)].flatMap((item) => memberOf(owner, relation, item, own, world));
  if (own.value === undefined) return [];
  const found: Member[] = [];
  for (const item of index.byKey.get(own.value) ?? []) {
    if (item.isPlaceholder || key.to === 'recoveryPoint')
      found.push(...memberOf(owner, relation, item, certain, world));
    else found.push({ item, reasons: certain });
  }
  for (const item of index.loose) {
    const theirs = joinFact(item, key.theirs, world);
    if (canEqual(theirs, own.value)) found.push(...memberOf(owner, relation, item, theirs, world));
  }
  return found;
}

const certain: Answer = known(true);

function otherMembers(owner: Item, way: OtherWay, world: World): readonly Member[] {
  if (way.by === 'parent') throw new Error(`one ${way.to} alone holds a ${owner.kind}`);
  if (way.by === 'vaultPatterns') return vaultsChosen(owner, world);
  return world.parts(owner, way.to).map((item) => ({
    item,
    reasons: item.isPlaceholder ? unknown(whyHidden(item)) : certain,
  }));
}

const canEqual = (answer: Answer, value: unknown): boolean =>
  answer.is !== 'unknown' || answer.not === undefined || !answer.not.includes(String(value));

/** Leaves out mirrored points everywhere, and unread lists that cannot hold what is the owner's. */
function memberOf(owner: Item, relation: string, item: Item, key: Answer, world: World): readonly Member[] {
  if (item.isPlaceholder && !canBeOf(owner, relation, item, world)) return [];
  const mirrored = item.kind === 'recoveryPoint' ? world.fact(item, 'mirrored') : known(false);
  if (mirrored.is === 'known' && mirrored.value === true) return [];
  const unread = item.isPlaceholder ? gapReasons(item.unread) : [];
  const reasons = joinReasons([reasonsOf(key), reasonsOf(mirrored), unread]);
  return [{ item, reasons: reasons.length === 0 ? known(true) : unknown(reasons) }];
}

function canBeOf(owner: Item, relation: string, unread: Item, world: World): boolean {
  if (unread.hidesCopies && (relation === 'backups' || owner.kind !== 'protectedResource')) return false;
  const naming = planNaming[unread.kind];
  if (naming?.plan === owner.kind)
    return unread.fields[naming.field] !== undefined || isPlanNameless(owner, naming, world);
  if (owner.kind === 'backupVault') return unread.fields.BackupVaultArn !== undefined || isNameless(owner, world);
  if (owner.kind !== 'protectedResource') return true;
  const type = world.fact(owner, 'ResourceType');
  if (type.is === 'known' && !canEqual(world.fact(unread, 'ResourceType'), type.value)) return false;
  return unread.kind !== 'recoveryPoint' || mayHoldCopies(owner, unread, world);
}

/** A vault with a name has a list of its own: what lies in vaults that nobody listed is not in it. */
const isNameless = (vault: Item, world: World): boolean => world.fact(vault, 'BackupVaultArn').is !== 'known';

/** Nor are selections of plans that nobody listed in the list of one that is known. */
const isPlanNameless = (plan: Item, { field }: Naming, world: World): boolean => world.fact(plan, field).is !== 'known';

/** The one record that a to-one relation names: absent only where its home was read. */
export function toOne(owner: Item, relation: string, world: World): Answer {
  if (otherWay(owner.kind, relation)?.by === 'parent')
    return owner.parent === undefined ? unknown(whyHidden(owner)) : known(owner.parent);
  const key = keyOf(owner, relation);
  return mapAnswer(joinFact(owner, key.own, world), (value) => {
    if (value === undefined) return absent;
    if (key.to === 'recoveryPoint' && world.fed?.isNamed(value) === false) needPoints(`${relation} of a ${owner.kind}`);
    const index = indexOf(key.to, key.theirs, world);
    const named = index.byKey.get(value)?.filter((item) => !item.isPlaceholder) ?? [];
    const lying = named.map((item) => ({ item, atHome: liesAtHome(item, owner, key, world) }));
    const found = lying.find(({ atHome }) => atHome.is === 'known' && atHome.value === true);
    if (found !== undefined) return known(found.item);
    const reasons = joinReasons(lying.map(({ atHome }) => reasonsOf(atHome)));
    return reasons.length > 0 ? unknown(reasons) : unfound(owner, key, value, index, world);
  });
}

/** Restore access vaults repeat ARNs, so where the owner says in which vault a point lies, only that one is it. */
function liesAtHome(item: Item, owner: Item, { home }: Key, world: World): Answer {
  if (home === undefined) return known(true);
  return mapAnswer(joinFact(owner, home.own, world), (own) =>
    own === undefined ? known(true) : mapAnswer(joinFact(item, home.theirs, world), (theirs) => known(own === theirs)),
  );
}

function unfound(owner: Item, key: Key, value: unknown, index: Index, world: World): Answer {
  const home = key.home === undefined ? known(value) : joinFact(owner, key.home.own, world);
  const place = key.to === 'backupVault' ? known(value) : home;
  const outside =
    place.is === 'known' && key.theirs !== 'ResourceArn' ? outsideGap(String(place.value), key, world) : [];
  const hiding = [...index.loose, ...(index.byKey.get(value) ?? [])].filter(
    (item) => mayBeNamed(item, key) && canBeHome(item, key, home, value, world),
  );
  const whyNot = (item: Item) =>
    item.isPlaceholder ? gapReasons(item.unread) : reasonsOf(joinFact(item, key.theirs, world));
  const reasons = joinReasons([gapReasons(outside), ...hiding.map(whyNot)]);
  return reasons.length === 0 ? absent : unknown(reasons);
}

/** What was not read, and what was read without its name. Points are known by nothing but their ARN. */
const mayBeNamed = (item: Item, { to }: Key): boolean => item.isPlaceholder || to !== 'recoveryPoint';

function canBeHome(item: Item, key: Key, home: Answer, value: unknown, world: World): boolean {
  if (item.hidesCopies) return false;
  if (!canEqual(joinFact(item, key.theirs, world), value)) return false;
  if (key.home === undefined || home.is !== 'known' || home.value === undefined) return true;
  const theirs = joinFact(item, key.home.theirs, world);
  return theirs.is !== 'known' || theirs.value === home.value;
}

/** What lies in a scope that the inventory does not name was not read. */
function outsideGap(arn: string, key: Key, world: World) {
  const scope = key.to === 'scope' ? undefined : scopeOfArn(arn);
  if (scope === undefined || world.isInWorld(scope)) return [];
  return key.to === 'backupVault'
    ? world.gapsOf(scope, 'ListBackupVaults')
    : world.gapsOf(scope, 'ListRecoveryPointsByBackupVault', key.home === undefined ? undefined : arn);
}
