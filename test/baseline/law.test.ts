import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupKey } from '../../src/baseline/baseline.ts';
import { carryOver } from '../../src/baseline/carry-over.ts';
import { diffOf } from '../../src/baseline/diff.ts';
import { loadIamNames, loadResourceTypes } from '../../src/data.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Evaluation } from '../../src/engine/evaluation.ts';
import { placesOf } from '../../src/place.ts';
import type { Carried } from '../../src/reporters/sarif/carried.ts';
import type { Finding } from '../../src/result.ts';
import { demandOf } from '../../src/rules/demand.ts';
import { asOf, type Estate, scopes } from '../engine/estate-parts.ts';
import { randomHiding } from '../engine/hidings.ts';
import { randomEstate } from '../engine/random-estate.ts';
import { runs } from '../engine/runs.ts';
import { shippedRules } from '../engine/shipped-rules.ts';

const around = { asOf, copyAccounts: undefined, version: '0.0.0', include: [] } as const;
const data = { resourceTypes: loadResourceTypes(), iamNames: loadIamNames() };
const judge = ({ records, coverage }: Estate, read = scopes): Evaluation =>
  evaluate({
    ...around,
    ...data,
    rules: shippedRules,
    shards: [
      {
        asOf,
        scopes: read,
        cutOff: false,
        records: records.filter((record) => isIn(read, record)),
        coverage: coverage.filter((line) => isIn(read, line)),
      },
    ],
  });

type Place = (typeof scopes)[number];
const isIn = (read: readonly Place[], { accountId, region }: Place): boolean =>
  read.some((scope) => scope.accountId === accountId && scope.region === region);

const failing = ({ result }: Evaluation): readonly Finding[] =>
  result.findings.filter(({ outcome }) => outcome === 'fail');

/** What evidence says of each group. */
function earlierOf(evaluation: Evaluation): readonly Carried[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of failing(evaluation)) {
    groups.set(groupKey(finding), [...(groups.get(groupKey(finding)) ?? []), finding]);
  }
  return [...groups.values()].flatMap((members) =>
    members.slice(0, 1).map(({ ruleId, fingerprint, severity, message, target }) => ({
      ...{ ruleId, fingerprint, severity, message },
      target: { ...target, name: target.name ?? target.id },
      places: [...new Set(members.flatMap((member) => placesOf(member.target)))],
      ...{ count: members.length, sample: [], related: [], lastSeen: asOf, firstSeen: asOf },
    })),
  );
}

const kinds = ['protectedResource', 'listedResource'] as const;

/** Groups that fail before, and that the scan after would let go. */
function lost(before: Evaluation, after: Evaluation): readonly string[] {
  const known = new Set(kinds.flatMap((kind) => after.resourceIds(kind).map((id) => `${kind} ${id}`)));
  const knows = (kind: string, id: string) => known.has(`${kind} ${id}`);
  const asked = { needs: demandOf(shippedRules), knows, earlier: before.result.scopes };
  const earlier = earlierOf(before);
  const kept = new Set([...carryOver(earlier, after.result, asked), ...failing(after)].map(groupKey));
  return earlier.map(groupKey).filter((key) => !kept.has(key));
}

const fixed = (before: Evaluation, after: Evaluation): readonly string[] =>
  diffOf(before.result, after.result).differences.fixed.map(groupKey);

describe('of an estate that did not change nothing is fixed, and no alert is let go', () => {
  test('whatever the second scan did not read', () => {
    fc.assert(
      fc.property(randomEstate, fc.array(randomHiding, { minLength: 1, maxLength: 3 }), (estate, hidings) => {
        const before = judge(estate);
        const after = judge(hidings.reduce((hidden, { hide }) => hide(hidden), estate));
        expect([lost(before, after), fixed(before, after)]).toEqual([[], []]);
      }),
      { numRuns: runs(80), seed: 20261120 },
    );
  }, 240_000);

  test('whichever accounts and Regions it left out', () => {
    fc.assert(
      fc.property(randomEstate, fc.subarray([...scopes], { minLength: 1 }), (estate, read) => {
        const before = judge(estate);
        const after = judge(estate, read);
        expect([lost(before, after), fixed(before, after)]).toEqual([[], []]);
      }),
      { numRuns: runs(40), seed: 20261120 },
    );
  }, 240_000);
});
