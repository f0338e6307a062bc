import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadIamNames, loadResourceTypes } from '../../src/data.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Evaluation } from '../../src/engine/evaluation.ts';
import type { Shard } from '../../src/inventory/record.ts';
import { broken } from './broken.ts';
import { asOf, type Estate, scopes } from './estate-parts.ts';
import { type Hiding, randomHiding } from './hidings.ts';
import { overrideRules } from './override-rules.ts';
import { randomEstate } from './random-estate.ts';
import { runs } from './runs.ts';
import { shippedRules } from './shipped-rules.ts';
import { stateRules } from './state-rules.ts';

const resourceTypes = loadResourceTypes();
const iamNames = loadIamNames();

const shardOf = ({ records, coverage }: Estate): Shard => ({ asOf, scopes, cutOff: false, records, coverage });

const judge = (shards: readonly Shard[]): Evaluation =>
  evaluate({
    rules: [...shippedRules, ...stateRules, ...overrideRules],
    shards,
    asOf,
    resourceTypes,
    iamNames,
    copyAccounts: undefined,
    version: '0.0.0',
    include: ['pass', 'notApplicable'],
  });

const hideAll = (estate: Estate, hidings: readonly Hiding[]): Estate =>
  hidings.reduce((hidden, { hide }) => hide(hidden), estate);

describe('the law: hiding any part of an inventory turns an outcome into unknown, never into another one', () => {
  test('over random estates and hidings', () => {
    fc.assert(
      fc.property(randomEstate, fc.array(randomHiding, { minLength: 1, maxLength: 3 }), (estate, hidings) => {
        expect(broken(judge([shardOf(estate)]), judge([shardOf(hideAll(estate, hidings))]))).toEqual([]);
      }),
      { numRuns: runs(200), seed: 20261120 },
    );
  }, 240_000);

  test('a shard that ends anywhere', () => {
    fc.assert(
      fc.property(randomEstate, fc.nat({ max: 80 }), fc.nat({ max: 80 }), (estate, records, lines) => {
        const torn = { ...shardOf(estate), cutOff: true };
        const kept = { records: estate.records.slice(0, records), coverage: estate.coverage.slice(0, lines) };
        const isWhole = kept.records.length === estate.records.length;
        // Coverage lines follow the records they count, so none stands where records are lost.
        const after = judge([{ ...torn, records: kept.records, coverage: isWhole ? kept.coverage : [] }]);
        expect(broken(judge([shardOf(estate)]), after)).toEqual([]);
      }),
      { numRuns: runs(120), seed: 20261120 },
    );
  });
});

describe('same input, same bytes', () => {
  const bytes = (shards: readonly Shard[]): string => JSON.stringify(judge(shards).result);

  test('whatever the order of records, the number of shards, and what stands twice', () => {
    const split = fc.tuple(randomEstate, fc.infiniteStream(fc.nat({ max: 2 })), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(split, ([estate, parts, keys]) => {
        const shuffled = <T>(list: readonly T[]): readonly T[] =>
          list
            .map((each) => [keys.next().value, each] as const)
            .sort(([a], [b]) => a - b)
            .map(([, each]) => each);
        const records = shuffled([...estate.records, ...estate.records.slice(0, 3)]);
        const coverage = shuffled(estate.coverage);
        const part = records.map(() => parts.next().value);
        const shards = [0, 1, 2].map((number) => ({
          ...shardOf({ records: records.filter((_, i) => part[i] === number), coverage }),
          coverage: coverage.filter((_, i) => i % 3 === number),
        }));
        expect(bytes(shards)).toBe(bytes([shardOf(estate)]));
      }),
      { numRuns: runs(120), seed: 20261120 },
    );
  });
});
