import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownDifferences, setsOfFacts } from './differential/known-differences.ts';
import { operatorShapes } from './differential/operator-shapes.ts';
import { unknownDifferences } from './differential/unknown-differences.ts';

const conditions = (pairs: number) => ({ numRuns: pairs / setsOfFacts, seed: 20261126 });

describe('random conditions over random facts', () => {
  test('50,000 pairs: verdict, every leaf and what it saw are json-rules-engine’s', async () => {
    await fc.assert(knownDifferences, conditions(50_000));
  });

  test('20,000 pairs with facts unknown: Kleene’s answer, and true of whatever the facts may be', async () => {
    await fc.assert(unknownDifferences, conditions(20_000));
  });

  test('they use every operator below every decorator', () => {
    expect(operatorShapes.length).toBeGreaterThan(2_000);
    const words = new Set(operatorShapes.flatMap(({ operator }) => operator.split(':')));
    expect(words.size).toBe(18);
  });
});
