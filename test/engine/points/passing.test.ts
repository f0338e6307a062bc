import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadIamNames, loadResourceTypes } from '../../../src/data.ts';
import { evaluate, evaluateHeld, evaluateParts, openJudging } from '../../../src/engine/evaluate.ts';
import type { EvaluationInput } from '../../../src/engine/evaluation.ts';
import { NeedsPoints } from '../../../src/engine/points/needs-points.ts';
import type { AwsRecord, Shard } from '../../../src/inventory/record.ts';
import type { ActiveRule } from '../../../src/rules/rule.ts';
import { point, resource, shard, vault } from '../estate.ts';
import { asOf, type Estate, scopes } from '../estate-parts.ts';
import { randomHiding } from '../hidings.ts';
import { overrideRules } from '../override-rules.ts';
import { ownRule } from '../own-rule.ts';
import { randomEstate } from '../random-estate.ts';
import { runs } from '../runs.ts';
import { shippedRules } from '../shipped-rules.ts';
import { stateRules } from '../state-rules.ts';

const inputOf = (shards: readonly Shard[], rules: readonly ActiveRule[]): EvaluationInput => ({
  rules,
  shards,
  asOf,
  resourceTypes: loadResourceTypes(),
  iamNames: loadIamNames(),
  copyAccounts: undefined,
  version: '0.0.0',
  include: ['pass', 'notApplicable'],
});

const pointsOf = (shards: readonly Shard[]) =>
  shards.flatMap((each) =>
    each.records.flatMap((record) => (record.kind === 'recoveryPoint' ? [[record, each] as const] : [])),
  );

/** Aggregates of every name over points of every owner, plain ones and ones that must hold all points. */
const pointRules: readonly ActiveRule[] = [
  ownRule({
    id: 'OWN-11',
    name: 'newest-point',
    facts: { last: { fact: 'newest', params: { of: 'recoveryPoints' } } },
    require: { fact: 'last', path: '$.usable', operator: 'equal', value: true },
    message: '{{target}}: {{last.ageDays}}',
  }),
  ownRule({
    id: 'OWN-12',
    name: 'few-vaults',
    require: {
      all: [
        {
          fact: 'distinct',
          params: { of: 'recoveryPoints', fact: 'BackupVaultArn' },
          operator: 'greaterThanInclusive',
          value: 2,
        },
        { fact: 'min', params: { of: 'recoveryPoints', fact: 'ageDays' }, operator: 'lessThan', value: 9 },
        { fact: 'max', params: { of: 'recoveryPoints', fact: 'retentionDays' }, operator: 'lessThan', value: 80 },
      ],
    },
  }),
  ownRule({
    id: 'OWN-13',
    name: 'vault-in-use',
    target: 'backupVault',
    require: { fact: 'count', params: { of: 'recoveryPoints' }, operator: 'greaterThan', value: 0 },
  }),
  ownRule({
    id: 'OWN-17',
    name: 'of-two-kinds',
    target: ['protectedResource', 'backupVault'],
    require: {
      fact: 'count',
      params: { of: 'recoveryPoints', where: { fact: 'usable', operator: 'equal', value: true } },
      operator: 'greaterThan',
      value: 1,
    },
  }),
  ownRule({
    id: 'OWN-14',
    name: 'scope-in-use',
    target: 'scope',
    require: {
      fact: 'values',
      params: { of: 'recoveryPoints', fact: 'Status' },
      operator: 'contains',
      value: 'COMPLETED',
    },
  }),
  ownRule({
    id: 'OWN-15',
    name: 'newest-three',
    require: {
      fact: 'newest',
      params: { of: 'recoveryPoints', take: 3, fact: 'Status' },
      operator: 'everyFact:equal',
      value: 'COMPLETED',
    },
  }),
  ...['ageDays', 'vault', 'placement'].map((fact, index) =>
    ownRule({
      id: `OWN-${31 + index}`,
      name: `newest-${fact.toLowerCase()}`,
      facts: { last: { fact: 'newest', params: { of: 'recoveryPoints', fact } } },
      require: {
        ...{ fact: 'last', ...(fact === 'vault' ? { path: '$.vaultType' } : {}) },
        ...(fact === 'ageDays' ? { operator: 'lessThan', value: 5 } : { operator: 'notEqual', value: 'BACKUP_VAULT' }),
      },
    }),
  ),
  ownRule({
    id: 'OWN-16',
    name: 'recently-backed-up',
    require: { fact: 'daysSinceLastBackup', operator: 'lessThan', value: 3 },
  }),
];

/** For which points pass once more, or twice, when their resources are known. */
const laterRules: readonly ActiveRule[] = [
  ownRule({
    id: 'OWN-21',
    name: 'copied-elsewhere',
    target: ['protectedResource', 'backupVault', 'scope'],
    require: {
      fact: 'count',
      params: {
        of: 'recoveryPoints',
        where: { fact: 'accountId', operator: 'notEqual', value: { fact: 'target', path: '$.accountId' } },
      },
      operator: 'greaterThan',
      value: 0,
    },
  }),
  ownRule({
    id: 'OWN-22',
    name: 'in-place',
    target: 'recoveryPoint',
    require: { fact: 'placement', operator: 'equal', value: 'sameScope' },
  }),
  ownRule({
    id: 'OWN-23',
    name: 'placed-elsewhere',
    target: ['protectedResource', 'backupVault', 'scope'],
    require: {
      fact: 'count',
      params: { of: 'recoveryPoints', where: { fact: 'placement', operator: 'equal', value: 'crossAccount' } },
      operator: 'greaterThan',
      value: 0,
    },
  }),
  ownRule({
    id: 'OWN-24',
    name: 'older-than-its-vault',
    target: 'backupVault',
    facts: {
      last: {
        fact: 'newest',
        params: {
          of: 'recoveryPoints',
          where: { fact: 'VaultType', operator: 'equal', value: { fact: 'target', path: '$.VaultType' } },
        },
      },
    },
    require: { fact: 'last', path: '$.placement', operator: 'equal', value: 'sameScope' },
  }),
  ownRule({
    id: 'OWN-25',
    name: 'one-of-many',
    target: 'recoveryPoint',
    require: {
      all: [
        { fact: 'count', params: { of: 'resource.recoveryPoints' }, operator: 'greaterThan', value: 1 },
        { fact: 'resource', path: '$.daysSinceLastBackup', operator: 'lessThan', value: 8 },
      ],
    },
  }),
  ownRule({
    id: 'OWN-27',
    name: 'restored-from-a-usable-point',
    require: {
      fact: 'count',
      params: { of: 'restoreJobs.recoveryPoint', where: { fact: 'usable', operator: 'equal', value: true } },
      operator: 'greaterThan',
      value: 0,
    },
  }),
  ownRule({
    id: 'OWN-28',
    name: 'restored-from-its-place',
    target: 'restoreJob',
    require: {
      any: [
        { fact: 'recoveryPoint', path: '$.placement', operator: 'equal', value: 'sameScope' },
        { fact: 'recoveryPoint', path: '$.vault.lockState', operator: 'equal', value: 'none' },
      ],
    },
  }),
  ownRule({
    id: 'OWN-29',
    name: 'copied-by-jobs',
    target: ['protectedResource', 'recoveryPoint'],
    require: { fact: 'count', params: { of: 'copyJobs' }, operator: 'lessThan', value: 2 },
  }),
  ownRule({
    id: 'OWN-30',
    name: 'points-with-copies',
    require: {
      fact: 'count',
      params: {
        of: 'recoveryPoints',
        where: { fact: 'count', params: { of: 'copyJobs' }, operator: 'greaterThan', value: 0 },
      },
      operator: 'lessThan',
      value: 9,
    },
  }),
];

/** For which all points must be held: of the last one because copy jobs that nobody listed may have made points. */
const needing: readonly ActiveRule[] = [
  ownRule({
    id: 'OWN-31',
    name: 'some-vault-holds-its-like',
    target: 'scope',
    require: {
      fact: 'count',
      params: {
        of: 'backupVaults.recoveryPoints',
        where: { fact: 'accountId', operator: 'notEqual', value: { fact: 'target', path: '$.accountId' } },
      },
      operator: 'greaterThan',
      value: 0,
    },
  }),
  ownRule({
    id: 'OWN-32',
    name: 'copied-from-points',
    require: { fact: 'count', params: { of: 'recoveryPoints.copyJobs' }, operator: 'greaterThan', value: 0 },
  }),
  ownRule({
    id: 'OWN-33',
    name: 'fresh-in-its-resource',
    require: {
      fact: 'max',
      params: {
        of: 'recoveryPoints',
        fact: 'ageDays',
        where: {
          fact: 'count',
          params: {
            of: 'resource.recoveryPoints',
            where: { fact: 'placement', operator: 'equal', value: 'sameScope' },
          },
          operator: 'greaterThan',
          value: 0,
        },
      },
      operator: 'lessThan',
      value: 35,
    },
  }),
];

const shardOf = ({ records, coverage }: Estate): Shard => ({ asOf, scopes, cutOff: false, records, coverage });

describe('recovery points that pass give the result, to the byte, that they give when all are held', () => {
  test.each([
    ['rules that judge them as they pass', [...shippedRules, ...stateRules, ...pointRules], 80],
    ['rules for which they pass again', laterRules, 200],
    ['rules with overrides', overrideRules, 100],
    ['all of these', [...shippedRules, ...stateRules, ...pointRules, ...laterRules], 20],
    ['rules that need them all', [...laterRules, ...needing], 50],
    ['a rule for which they pass a third time', needing.slice(-1), 200],
  ])('%s', (_, rules, numRuns) => {
    const hidden = fc.tuple(randomEstate, fc.array(randomHiding, { maxLength: 3 }));
    fc.assert(
      fc.property(hidden, ([estate, hidings]) => {
        const shards = [shardOf(hidings.reduce((left, { hide }) => hide(left), estate))];
        const input = inputOf(shards, rules);
        expect(JSON.stringify(evaluate(input))).toBe(JSON.stringify(evaluateHeld(input, pointsOf(shards))));
      }),
      { numRuns: runs(numRuns), seed: 20261125 },
    );
  });
});

test('in parts, judged apart and put together, as in one', () => {
  const rules = [...shippedRules, ...stateRules, ...pointRules, ...laterRules, ...overrideRules];
  const hidden = fc.tuple(randomEstate, fc.array(randomHiding, { maxLength: 2 }));
  fc.assert(
    fc.property(hidden, ([estate, hidings]) => {
      const shards = [shardOf(hidings.reduce((left, { hide }) => hide(left), estate))];
      const input = inputOf(shards, rules);
      const parts = scopes.map(({ accountId, region }) =>
        pointsOf(shards).filter(([record]) => record.accountId === accountId && record.region === region),
      );
      expect(JSON.stringify(evaluateParts(input, parts))).toBe(JSON.stringify(evaluate(input)));
      expect(JSON.stringify(evaluateParts(input, [...parts].reverse()))).toBe(JSON.stringify(evaluate(input)));
    }),
    { numRuns: runs(30), seed: 20261125 },
  );
});

function passes(records: readonly AwsRecord[], rules: readonly ActiveRule[]): boolean {
  const shards = [shard({ records })];
  try {
    const judging = openJudging(inputOf(shards, rules));
    do for (const [record, each] of pointsOf(shards)) judging.take(record, each);
    while (judging.again());
    judging.finish();
    return true;
  } catch (error) {
    if (error instanceof NeedsPoints) return false;
    throw error;
  }
}

const estate = [vault('main'), resource(), point('1'), point('2')];

test.each<readonly [string, readonly AwsRecord[], readonly ActiveRule[], boolean]>([
  ['the rules that ship', estate, shippedRules, true],
  ['aggregates over points of resources, vaults and scopes', estate, pointRules, true],
  ['rules with overrides', estate, overrideRules, true],
  ['a point that stands twice', [...estate, point('1')], shippedRules, false],
  ['a point without an ARN', [...estate, point('3', { RecoveryPointArn: undefined })], shippedRules, false],
  ...laterRules.map((active) => [active.rule.name, estate, [active], true] as const),
  ...needing.map((active) => [active.rule.name, estate, [active], false] as const),
])('%s: whether points need not be held', (_, records, rules, expected) => {
  expect(passes(records, rules)).toBe(expected);
});
