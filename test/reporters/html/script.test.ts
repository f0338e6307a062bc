import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { pureScript, script } from '../../../src/reporters/html/script.ts';

type Item = { readonly [name: string]: unknown };
type Pure = {
  readonly matches: (item: Item, want: Item) => boolean;
  readonly sorted: (items: readonly Item[], order: string) => readonly Item[];
  readonly isFiltered: (want: Item) => boolean;
};
const { matches, sorted, isFiltered }: Pure = runInNewContext(`${pureScript}({ matches, sorted, isFiltered })`);

const item = (over: Item): Item => ({
  severity: 'high',
  standing: 'failing',
  rule: 'BKP301',
  account: '1',
  type: 'RDS',
  text: () => 'orders-db has no copy',
  ...over,
});

test.each<[string, Item, boolean]>([
  ['nothing asked', {}, true],
  ['empty is nothing asked', { severity: '', text: '' }, true],
  ['its severity', { severity: 'high' }, true],
  ['another severity', { severity: 'low' }, false],
  ['all of several', { severity: 'high', account: '1', type: 'RDS' }, true],
  ['not all of several', { severity: 'high', account: '2' }, false],
  ['a baseline that it does not have', { baseline: 'new' }, false],
  ['a word, in any case', { text: 'ORDERS' }, true],
  ['words in any order', { text: ' copy  orders ' }, true],
  ['a word that is not there', { text: 'orders users' }, false],
])('%s: %o matches: %s', (_, want, expected) => {
  expect(matches(item({}), want)).toBe(expected);
});

test('severity sorts by how bad it is, the rest as text, and equals stay as written', () => {
  const items = [
    { at: 0, severity: 'low', name: 'b' },
    { at: 1, severity: 'critical', name: 'c' },
    { at: 2, severity: 'low', name: 'a' },
    { at: 3, severity: 'high', name: 'a' },
  ];
  const order = (by: string) => sorted(items, by).map(({ at }) => at);
  expect(order('severity')).toEqual([1, 3, 0, 2]);
  expect(order('name')).toEqual([2, 3, 0, 1]);
  expect(order('')).toEqual([0, 1, 2, 3]);
});

test('whether anything is asked', () => {
  expect(isFiltered({ severity: '', text: '', order: 'name' })).toBe(false);
  expect(isFiltered({ rule: 'BKP301' })).toBe(true);
  expect(isFiltered({ text: 'a' })).toBe(true);
});

test('it is small, asks nobody for anything, and cannot end its own element', () => {
  expect(script.length).toBeLessThan(4500);
  expect(script).not.toMatch(/<\/|<!--|fetch|XMLHttp|import|eval|innerHTML|Function\(|localStorage|\.style\b/);
});
