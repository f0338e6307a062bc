import { arnTail } from '../arn.ts';
import type { Match } from '../rules/match.ts';
import type { Subject } from './evaluation.ts';
import { matches } from './operators.ts';

export type Patterns = string | readonly string[];

/** Undefined where it hangs on tags that were not read. */
export function matchOf(match: Match, subject: Subject): boolean | undefined {
  const plain =
    oneOf(match.id, subject.id) &&
    oneOf(match.vault, subject.vaultName, subject.vaultArn, subject.vaultArn && arnTail(subject.vaultArn)) &&
    oneOf(match.resourceType, subject.resourceType) &&
    oneOf(match.accountId, subject.accountId) &&
    oneOf(match.region, subject.region);
  if (!plain || match.tags === undefined) return plain;
  return subject.tags === undefined ? undefined : tagsMatch(match.tags, subject.tags);
}

const tagsMatch = (wanted: NonNullable<Match['tags']>, tags: NonNullable<Subject['tags']>): boolean =>
  Object.entries(wanted).every(([key, patterns]) => oneOf(patterns, Object.hasOwn(tags, key) ? tags[key] : undefined));

/** Whether any of the patterns fits any of the texts; no patterns fit everything. */
export function oneOf(patterns: Patterns | undefined, ...texts: readonly (string | undefined)[]): boolean {
  if (patterns === undefined) return true;
  return [patterns].flat().some((pattern) => texts.some((text) => text !== undefined && matches(pattern, text)));
}
