import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../src/engine/aggregates/accumulator.ts';
import { newest } from '../../../src/engine/aggregates/newest.ts';
import type { Reason } from '../../../src/engine/answer.ts';
import { type Item, isItem } from '../../../src/engine/item.ts';
import { daysAgo, line, restoreJob, shard } from '../estate.ts';
import { because, plain, worldOf } from '../fact-value.ts';

const ages: { readonly [id: string]: number | undefined } = { a: 5, b: 3, c: 3, d: 1, e: undefined };
const jobs = Object.entries(ages).map(([id, age]) =>
  restoreJob(id, { CreationDate: age === undefined ? undefined : daysAgo(age) }),
);
const world = worldOf([shard({ records: jobs, coverage: [line('ListRestoreJobs', 'denied')] })]);
const why: readonly Reason[] = [{ note: 'not read' }];

function job(id: string): Item {
  const found = world.items('restoreJob').find((item) => item.id === id);
  if (found === undefined) throw new Error(`no job ${id}`);
  return found;
}

const unread: Item = {
  kind: 'restoreJob',
  id: 'unread',
  scope: undefined,
  fields: {},
  unread: world.placeholders('restoreJob').flatMap((item) => item.unread),
  isPlaceholder: true,
};
const unreadUntil = (days: number): Item => ({
  ...unread,
  constraints: { date: { from: -Infinity, to: Date.parse(daysAgo(days)), toExcluded: true } },
});

const sure = (id: string): Candidate => ({ item: job(id), isCertain: true, reasons: [], answers: [] });
const perhaps = (item: Item): Candidate => ({ item, isCertain: false, reasons: why, answers: [] });

function answerOf(candidates: readonly Candidate[], take?: number) {
  const accumulator = newest(world, take);
  const [first, second] = [accumulator.start(), accumulator.start()];
  for (const [index, candidate] of candidates.entries()) accumulator.add(index === 0 ? first : second, candidate);
  accumulator.merge(first, second);
  return accumulator.finish(first);
}

describe('newest', () => {
  test.each<[string, readonly Candidate[], unknown]>([
    ['of nothing', [], undefined],
    ['by date', [sure('a'), sure('d'), sure('b')], 'd'],
    ['then by id', [sure('c'), sure('b'), sure('a')], 'c'],
    ['an undecided one that is newer', [sure('b'), perhaps(job('d'))], { oneOf: ['b', 'd'] }],
    ['an undecided one that is older', [sure('b'), perhaps(job('a'))], 'b'],
    ['an undecided one alone', [perhaps(job('a'))], { oneOf: [undefined, 'a'] }],
    ['one without a date', [sure('b'), sure('e')], { oneOf: ['b', 'e'] }],
    ['an unread list', [sure('b'), perhaps(unread)], { oneOf: ['b', 'unread'] }],
    ['an unread list that ends before', [sure('b'), perhaps(unreadUntil(3))], 'b'],
    ['an unread list that ends after', [sure('b'), perhaps(unreadUntil(2))], { oneOf: ['b', 'unread'] }],
  ])('%s', (_, candidates, expected) => {
    expect(plain(answerOf(candidates))).toEqual(expected);
  });

  test('of an unread list the newest is at least as new as the newest seen, and no newer than the list', () => {
    const answer = answerOf([sure('b'), perhaps(unreadUntil(1))]);
    const rival = answer.is === 'oneOf' ? answer.answers[1] : undefined;
    const item = rival?.is === 'known' && isItem(rival.value) ? rival.value : unread;
    expect(plain(world.fact(item, 'ageDays'))).toEqual({ from: 1 + 1 / 86_400_000, to: 3 });
    expect(plain(world.fact(item, 'Status'))).toBe('unknown');
  });

  test('a thousand records, in any order', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => sure(['a', 'b', 'c'][i % 3] ?? 'a'));
    expect(plain(answerOf([sure('d'), ...many]))).toBe('d');
    expect(plain(answerOf([...many, sure('d')]))).toBe('d');
  });
});

describe('the newest few', () => {
  const ids = (candidates: readonly Candidate[], take: number): unknown => {
    const answer = answerOf(candidates, take);
    const list = answer.is === 'known' && Array.isArray(answer.value) ? answer.value : undefined;
    return list?.map((item: unknown) => (isItem(item) ? item.id : item)) ?? plain(answer);
  };

  test.each<[string, readonly Candidate[], number, unknown]>([
    ['of nothing', [], 2, []],
    ['fewer than asked for', [sure('a')], 2, ['a']],
    ['the first', [sure('a'), sure('d'), sure('b'), sure('c')], 3, ['d', 'c', 'b']],
    ['an undecided one that is older than all', [sure('d'), sure('c'), perhaps(job('a'))], 2, ['d', 'c']],
    ['an undecided one that could be among them', [sure('d'), sure('a'), perhaps(job('c'))], 2, 'unknown'],
    ['an undecided one where there are fewer', [sure('d'), perhaps(job('a'))], 2, 'unknown'],
  ])('%s', (_, candidates, take, expected) => {
    expect(ids(candidates, take)).toEqual(expected);
  });

  test('say why they are not known', () => {
    expect(because(answerOf([perhaps(job('a'))], 2))).toEqual(['not read']);
  });
});
