import { expect, test } from 'vitest';
import { aggregatesIn } from '../../../src/engine/why/aggregates-in.ts';
import { referenceText, sourceText } from '../../../src/engine/why/reference-text.ts';
import type { Reference } from '../../../src/rules/rule.ts';

const all = { all: [{ fact: 'usable', operator: 'equal', value: true }] };

test.each<[Reference, string]>([
  [{ fact: 'Status' }, 'Status'],
  [{ fact: 'supports', path: '$.airGappedVault' }, 'supports.airGappedVault'],
  [{ fact: 'parameters', path: '$.maxAgeDays' }, 'maxAgeDays'],
  [{ fact: 'count', params: { of: 'recoveryPoints' } }, 'count of recoveryPoints'],
  [{ fact: 'count', params: { of: 'recoveryPoints', where: all } }, 'count of matching recoveryPoints'],
  [{ fact: 'min', params: { of: 'recoveryPoints', fact: 'retentionDays' } }, 'min retentionDays of recoveryPoints'],
  [
    { fact: 'distinct', params: { of: 'copyJobs', fact: ['State', 'accountId'] } },
    'distinct State and accountId of copyJobs',
  ],
  [{ fact: 'newest', params: { of: 'restoreJobs' }, path: '$.Status' }, 'newest of restoreJobs.Status'],
  [{ fact: 'days', params: { from: 'CreationDate' } }, 'days from CreationDate to asOf'],
  [
    { fact: 'hours', params: { from: { fact: 'vault', path: '$.CreationDate' }, to: 'date' } },
    'hours from vault.CreationDate to date',
  ],
  [{ fact: 'plus', params: { of: ['ageDays', 1] } }, 'ageDays + 1'],
  [{ fact: 'times', params: { of: [2, { fact: 'parameters', path: '$.n' }] } }, '2 × n'],
])('%j: %s', (reference, text) => {
  expect(referenceText(reference)).toBe(text);
});

test('a literal has no source', () => {
  expect(sourceText(7)).toBeUndefined();
  expect(sourceText(['a'])).toBeUndefined();
  expect(sourceText({ fact: 'parameters', path: '$.n' })).toBe('n');
});

const newest: Reference = { fact: 'newest', params: { of: 'recoveryPoints', fact: 'date' } };

test.each<[string, Reference, readonly string[]]>([
  ['itself', newest, ['/x']],
  ['none', { fact: 'Status' }, []],
  [
    'both ends of a duration',
    { fact: 'days', params: { from: newest, to: newest } },
    ['/x/params/from', '/x/params/to'],
  ],
  [
    'an operand',
    { fact: 'plus', params: { of: [1, { fact: 'count', params: { of: 'copyJobs' } }] } },
    ['/x/params/of/1'],
  ],
])('aggregates in a reference: %s', (_, reference, places) => {
  expect(aggregatesIn(reference, '/x').map(({ at }) => at)).toEqual(places);
});
