import type { Gap } from '../../inventory/gap.ts';
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
  return [...byArn.values()].flatMap((item) => asTarget(item, beside));
}

/** The list of its own scope counts, else that of the lowest. */
function isNearer(a: Item, b: Item): boolean {
  const home = scopeOfArn(a.id);
  const isHome = ({ scope }: Item): number => Number(home && scope && scopeId(scope) === scopeId(home));
  if (isHome(a) !== isHome(b)) return isHome(a) > isHome(b);
  return a.scope !== undefined && b.scope !== undefined && compareScopes(a.scope, b.scope) < 0;
}

function asTarget(item: Item, beside: Beside): readonly Item[] {
  const { types, others, unread } = beside;
  if (others.has(item.id) || isArtefact(item)) return [];
  if (typeof item.fields.ResourceArn !== 'string') return [item];
  const [type, ...shared] = typesOf(item, types);
  if (type === undefined) return [];
  const gaps = gapsHiding(item, unread);
  const all = [...new Set([...gaps, ...gapsOfNearer(item, beside)])];
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

/** Unread lists that may name it as protected. */
function gapsHiding({ id }: Item, unread: readonly Item[]): readonly Gap[] {
  const hiding = unread.filter(({ constraints }) => {
    const arn = constraints?.ResourceArn;
    return arn === undefined || !('not' in arn) || !arn.not.includes(id);
  });
  return [...new Set(hiding.flatMap((item) => item.unread))];
}
