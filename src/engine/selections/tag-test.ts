import type { Answer, Truth } from '../answer.ts';
import { memberOf } from '../facts/common.ts';
import { isLike } from '../like.ts';
import { clauseOf, decided, type Membership, truthOver, undecidedBy } from './membership.ts';

/** What a tag's value must be; undefined is a tag that is not there. Named as AWS names it. */
const tests: { readonly [operator: string]: (value: string | undefined, wanted: string) => boolean } = {
  StringEquals: (value, wanted) => value === wanted,
  StringLike: (value, wanted) => value !== undefined && isLike(wanted, value),
  // As in IAM, whose arithmetic AWS Backup follows: what has no such tag does not have that value.
  StringNotEquals: (value, wanted) => value !== wanted,
  StringNotLike: (value, wanted) => value === undefined || !isLike(wanted, value),
};

const prefix = 'aws:ResourceTag/';
const tagName = (key: string): string => (key.startsWith(prefix) ? key.slice(prefix.length) : key);

type Names = { readonly key: string; readonly value: string };

/** One pair of a condition, over the tags of a resource. */
export function tagTest(clause: string, operator: string, pair: unknown, tags: Answer, names: Names): Membership {
  const [key, wanted] = [memberOf(pair, names.key), memberOf(pair, names.value)];
  const test = Object.hasOwn(tests, operator) ? tests[operator] : undefined;
  if (test === undefined || typeof key !== 'string' || typeof wanted !== 'string') {
    return clauseOf(clause, operator, undecidedBy(`this version does not know the ${clause} ${operator}`));
  }
  const name = tagName(key);
  return clauseOf(
    clause,
    `${operator} ${name} = ${wanted}`,
    holdsFor(tags, name, (value) => test(value, wanted)),
  );
}

const holdsFor = (tags: Answer, name: string, test: (value: string | undefined) => boolean): Truth =>
  truthOver(tags, (all) => {
    const value = memberOf(all, name);
    return decided(test(typeof value === 'string' ? value : undefined));
  });

/** All pairs of all operators, each a part. */
export function tagTests(clause: string, conditions: unknown, tags: Answer, names: Names): readonly Membership[] {
  if (typeof conditions !== 'object' || conditions === null) return [];
  return Object.entries(conditions).flatMap(([operator, pairs]) =>
    Array.isArray(pairs) ? pairs.map((pair) => tagTest(clause, operator, pair, tags, names)) : [],
  );
}
