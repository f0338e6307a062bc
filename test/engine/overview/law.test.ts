import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadIamNames, loadResourceTypes } from '../../../src/data.ts';
import { evaluate, evaluateHeld, evaluateParts, evaluatePassing } from '../../../src/engine/evaluate.ts';
import type { EvaluationInput } from '../../../src/engine/evaluation.ts';
import type { Shard } from '../../../src/inventory/record.ts';
import { Overview } from '../../../src/overview.ts';
import { asOf, type Estate, scopes } from '../estate-parts.ts';
import { randomHiding } from '../hidings.ts';
import { randomEstate } from '../random-estate.ts';
import { runs } from '../runs.ts';
import { shippedRules } from '../shipped-rules.ts';
import { tightened } from './tightened.ts';

const shardOf = ({ records, coverage }: Estate): Shard => ({ asOf, scopes, cutOff: false, records, coverage });

const inputOf = (estate: Estate, rules: EvaluationInput['rules'] = []): EvaluationInput => ({
  rules,
  shards: [shardOf(estate)],
  asOf,
  resourceTypes: loadResourceTypes(),
  iamNames: loadIamNames(),
  copyAccounts: undefined,
  version: '0.0.0',
  include: ['pass', 'notApplicable'],
  overview: { ageHours: 36, testDays: 30 },
});

const pointsOf = ({ shards }: EvaluationInput) =>
  shards.flatMap((each) =>
    each.records.flatMap((record) => (record.kind === 'recoveryPoint' ? [[record, each] as const] : [])),
  );

const reversed = ({ records, coverage }: Shard) => ({
  records: records.toReversed(),
  coverage: coverage.toReversed(),
});

const hidden = fc.tuple(randomEstate, fc.array(randomHiding, { maxLength: 3 }));
const hide = ([estate, hidings]: typeof hidden extends fc.Arbitrary<infer T> ? T : never): Estate =>
  hidings.reduce((left, each) => each.hide(left), estate);

test('hiding any part of an inventory moves counts into unknown, and nowhere else', () => {
  fc.assert(
    fc.property(hidden, ([estate, hidings]) => {
      const overviewOf = (each: Estate): Overview => Overview.parse(evaluate(inputOf(each)).result.overview);
      const [before, after] = [overviewOf(estate), overviewOf(hide([estate, hidings]))];
      expect(tightened(before, after)).toEqual([]);
      // A field that AWS's answer lacks is no list that was not read.
      const isWhole = !hidings.some(({ name }) => name.startsWith('drop field'));
      if (isWhole && after.unread.length === 0) expect(after).toEqual(before);
    }),
    { numRuns: runs(200), seed: 20261130 },
  );
}, 240_000);

test('points that pass, all at once or in parts, in any order, come to what held ones come to, beside all rules', async () => {
  await fc.assert(
    fc.asyncProperty(hidden, async (drawn) => {
      const input = inputOf(hide(drawn), shippedRules);
      const points = pointsOf(input);
      const held = JSON.stringify(evaluateHeld(input, points));
      const parts = scopes.map(({ accountId }) => points.filter(([record]) => record.accountId === accountId));
      const turned = { ...input, shards: input.shards.map((each) => ({ ...each, ...reversed(each) })) };
      const passing = evaluatePassing(input, async (take) => {
        for (const [record, shard] of points) take(record, shard);
      });
      expect(JSON.stringify(evaluate(input))).toBe(held);
      expect(JSON.stringify(evaluateParts(input, parts))).toBe(held);
      expect(JSON.stringify(evaluateParts(input, parts.toReversed()))).toBe(held);
      expect(JSON.stringify(evaluate(turned))).toBe(held);
      expect(JSON.stringify(await passing)).toBe(held);
    }),
    { numRuns: runs(40), seed: 20261130 },
  );
}, 240_000);

test('it changes nothing else of a result, whatever was read', () => {
  fc.assert(
    fc.property(hidden, (drawn) => {
      const { overview: targets, ...input } = inputOf(hide(drawn), shippedRules);
      const { result, ...others } = evaluate({ ...input, verify: 'all', overview: targets });
      const { overview, ...rest } = result;
      const without = evaluate({ ...input, verify: 'all' });
      expect(overview).toBeDefined();
      expect(JSON.stringify(rest)).toBe(JSON.stringify(without.result));
      expect(JSON.stringify(others)).toBe(JSON.stringify({ ...without, result: undefined }));
    }),
    { numRuns: runs(40), seed: 20261130 },
  );
}, 240_000);
