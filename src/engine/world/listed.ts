import type { Constraint, Gap } from '../../inventory/gap.ts';
import type { Scope } from '../../inventory/record.ts';
import { compareScopes, scopeId, scopeOfArn } from '../../inventory/scope.ts';
import { gapReasons, known, unknown } from '../answer.ts';
import type { ResourceTypes } from '../evaluation.ts';
import type { Item } from '../item.ts';
import { typesOfArn } from '../resource-type.ts';
import { artefactName, hasArtefactName } from './resources.ts';

type Beside = {
  readonly scopes: readonly Scope[];
  /** What was not read of the list of a scope. */
  readonly gapsOf: (scope: Scope) => readonly Gap[];
  readonly types: ResourceTypes;
  /** ARNs of resources that are judged as protected ones, and of those that a restore test made. */
  readonly others: ReadonlySet<unknown>;
  /** What stands for protected resources that nobody read. */
  readonly unread: readonly Item[];
};

/**
 * Of all that was listed what AWS Backup could back up and never did, each ARN once. Where it may have been for all that
 * was read, what the list does not say is unknown, and a rule about what was never backed up does not judge it.
 */
export function neverBackedUp(listed: readonly Item[], beside: Beside): readonly Item[] {
  const byArn = new Map<string, Item>();
  for (const item of listed) {
    const seen = byArn.get(item.id);
    if (seen === undefined || isNearer(item, seen)) byArn.set(item.id, item);
  }
  const hiding = hidingLists(beside.unread);
  return [...byArn.values()].flatMap((item) => asTarget(item, beside, hiding(item)));
}

/** The list of its own scope counts, else that of the lowest. */
function isNearer(a: Item, b: Item): boolean {
  const home = scopeOfArn(a.id);
  const isHome = ({ scope }: Item): number => Number(home && scope && scopeId(scope) === scopeId(home));
  if (isHome(a) !== isHome(b)) return isHome(a) > isHome(b);
  return a.scope !== undefined && b.scope !== undefined && compareScopes(a.scope, b.scope) < 0;
}

/** `gaps`: of unread lists that may name it as protected. */
function asTarget(item: Item, beside: Beside, gaps: readonly Gap[]): readonly Item[] {
  const { types, others } = beside;
  if (others.has(item.id) || isArtefact(item)) return [];
  if (typeof item.fields.ResourceArn !== 'string') return [item];
  const [type, ...shared] = typesOf(item, types);
  if (type === undefined) return [];
  const nearer = gapsOfNearer(item, beside);
  const all = nearer.length === 0 ? gaps : [...new Set([...gaps, ...nearer])];
  const { fields, given } = typed(item, type, shared);
  return [
    {
      ...item,
      fields,
      unread: all,
      given: { ...given, ...(all.length === 0 ? {} : placeless(item, all)) },
      ...(gaps.length === 0 ? {} : { mayBe }),
    },
  ];
}

/** Unread lists that would count before the one that it was found in. */
function gapsOfNearer({ id, scope }: Item, { scopes, gapsOf }: Beside): readonly Gap[] {
  const home = scopeOfArn(id);
  if (scope === undefined || (home !== undefined && scopeId(home) === scopeId(scope))) return [];
  if (home !== undefined) return gapsOf(home);
  return scopes.filter((each) => compareScopes(each, scope) < 0).flatMap(gapsOf);
}

/** S3 names no place in its ARNs: where it was listed tells, and where it is protected tells before that. */
function placeless({ id }: Item, gaps: readonly Gap[]): Item['given'] {
  if (scopeOfArn(id) !== undefined) return {};
  const place = unknown(gapReasons(gaps));
  return { accountId: place, region: place };
}

const mayBe = 'protectedResource' as const;

/** AWS Backup's name for its type, where the record has one; else what its ARN tells. */
function typesOf({ id, fields }: Item, types: ResourceTypes): readonly string[] {
  const { ResourceType: type } = fields;
  return typeof type === 'string' && Object.hasOwn(types, type) ? [type] : typesOfArn(id, types);
}

function typed({ id, fields }: Item, type: string, shared: readonly string[]): Pick<Item, 'fields' | 'given'> {
  if (shared.length === 0) return { fields: { ...fields, ResourceType: type } };
  const names = [type, ...shared];
  const { ResourceType: _, ...others } = fields;
  const reasons = [{ note: `the ARN ${id} does not tell which it is: ${names.join(', ')}` }];
  return {
    fields: others,
    given: { ResourceType: { is: 'oneOf', answers: names.map((name) => known(name)), reasons } },
  };
}

/** Trap I13: restore tests name and tag what they leave behind. */
function isArtefact(item: Item): boolean {
  const { Tags: tags } = item.fields;
  return (
    hasArtefactName(item) || Object.keys(typeof tags === 'object' && tags !== null ? tags : {}).some(isArtefactTag)
  );
}

const isArtefactTag = (key: string): boolean => key.startsWith(artefactName);

/** The gaps of unread lists by what they may name; nearly always all of them may name anything, which is one array for all. */
function hidingLists(unread: readonly Item[]): (item: Item) => readonly Gap[] {
  const gapsOf = (items: readonly Item[]): readonly Gap[] => [...new Set(items.flatMap((each) => each.unread))];
  const ofAll = gapsOf(unread);
  const excluding = unread.flatMap(({ constraints }) => excludedBy(constraints?.ResourceArn));
  if (excluding.length === 0) return () => ofAll;
  const excluded = new Set(excluding);
  return ({ id }) =>
    excluded.has(id)
      ? gapsOf(unread.filter(({ constraints }) => !excludedBy(constraints?.ResourceArn).includes(id)))
      : ofAll;
}

const excludedBy = (constraint: Constraint | undefined): readonly string[] =>
  constraint !== undefined && 'not' in constraint ? constraint.not : [];
