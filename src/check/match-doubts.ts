import { matches } from '../engine/operators.ts';
import { didYouMean } from '../nearest.ts';
import type { Match } from '../rules/match.ts';

/** A member of a match, and why none of its patterns can fit anything. */
export type MatchDoubt = readonly [member: keyof Match, why: string];

/** What can be told of patterns by how AWS writes such things; `types` are those that this version knows. */
export function matchDoubts(match: Match, kinds: readonly string[], types: readonly string[]): readonly MatchDoubt[] {
  const { id, accountId, region, resourceType } = match;
  return [
    ...doubt('accountId', accountId, mayBeAccount, () => 'an account id has 12 digits'),
    ...doubt('region', region, mayBeRegion, () => 'a Region is written as "eu-west-1", or "eu-*" for several'),
    ...doubt(
      'resourceType',
      resourceType,
      (pattern) => isTypeOf(pattern, types),
      (pattern) => `this version knows no such resource type${didYouMean(pattern, types)}`,
    ),
    ...(kinds.length > 0 && kinds.every((kind) => arnKinds.has(kind))
      ? doubt('id', id, mayBeArn, () => `the id of a ${kinds.join(' or ')} is its ARN, so begin with "arn:" or "*"`)
      : []),
  ];
}

type Patterns = string | readonly string[] | undefined;

const doubt = (
  member: keyof Match,
  patterns: Patterns,
  mayFit: (pattern: string) => boolean,
  expected: (pattern: string) => string,
): readonly MatchDoubt[] =>
  (patterns === undefined ? [] : [patterns].flat())
    .filter((pattern) => !mayFit(pattern))
    .map((pattern) => [member, `"${pattern}" matches nothing: ${expected(pattern)}`]);

/** Those whose ids are ARNs of AWS, or begin with one. */
const arnKinds: ReadonlySet<string> = new Set([
  ...['protectedResource', 'listedResource', 'recoveryPoint', 'backupVault', 'backupPlan', 'backupRule', 'destination'],
]);

const mayBeArn = (pattern: string): boolean => /^[*?]|^arn:/.test(pattern);

function mayBeAccount(pattern: string): boolean {
  const least = pattern.replaceAll('*', '').length;
  return /^[0-9*?]+$/.test(pattern) && (pattern.includes('*') ? least <= 12 : least === 12);
}

const mayBeRegion = (pattern: string): boolean =>
  /[*?]/.test(pattern) ? /^[a-z0-9*?-]+$/.test(pattern) : isRegionName(pattern);

export const isRegionName = (name: string): boolean => /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(name);

const isTypeOf = (pattern: string, types: readonly string[]): boolean => types.some((type) => matches(pattern, type));
