import { describe, expect, test } from 'vitest';
import type { Collector } from '../../src/collectors/collector.ts';
import { MalformedAnswer } from '../../src/collectors/failure.ts';
import { itemsOf, tokenOf } from '../../src/collectors/pages.ts';

const call = () => Promise.reject(new Error('nobody is called'));
const list: Collector = { operation: 'ListCopyJobs', call, member: 'CopyJobs', nextToken: 'NextToken' };

describe('the items of an answer', () => {
  const one: Collector = { operation: 'DescribeRegionSettings', call };
  const renamed: Collector = { ...list, fields: ({ CopyJobId: id }) => ({ Id: id }) };
  test.each<[what: string, answer: object, collector: Collector, items: readonly object[]]>([
    ['of an answer that is the record: without the metadata', { $metadata: {}, A: 1 }, one, [{ A: 1 }]],
    ['of an answer with nothing in it', { $metadata: {} }, one, [{}]],
    ['of one that wraps it', { Plan: { A: 1 }, $metadata: {} }, { ...one, member: 'Plan' }, [{ A: 1 }]],
    ['under other names', { CopyJobs: [{ CopyJobId: 'a' }] }, renamed, [{ Id: 'a' }]],
  ])('%s', (_, answer, collector, items) => {
    expect(itemsOf(answer, collector)).toEqual(items);
  });

  test('what should wrap a record and does not is no record without fields', () => {
    expect(() => itemsOf({ $metadata: {} }, { ...one, member: 'Plan' })).toThrow(MalformedAnswer);
  });

  test('an operation that is no list has no token', () => {
    expect(tokenOf({ NextToken: 'x' }, one)).toBeUndefined();
    expect(tokenOf({ PaginationToken: 'x' }, { ...list, nextToken: 'PaginationToken' })).toBe('x');
  });
});
