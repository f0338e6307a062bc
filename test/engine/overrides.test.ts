import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadIamNames, loadResourceTypes } from '../../src/data.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Evaluation } from '../../src/engine/evaluation.ts';
import { matches } from '../../src/engine/operators.ts';
import { verify } from '../../src/engine/verify/verify.ts';
import type { AwsRecord, Coverage, Shard } from '../../src/inventory/record.ts';
import type { ActiveRule, Override } from '../../src/rules/rule.ts';
import { broken } from './broken.ts';
import { daysAgo, line, point, record, resource, shard, vault, vaultArn, volume } from './estate.ts';
import { asOf, type Estate, resources, scopes } from './estate-parts.ts';
import { randomHiding } from './hidings.ts';
import { enoughPoints, overrideRules } from './override-rules.ts';
import { ownRule } from './own-rule.ts';
import { randomEstate } from './random-estate.ts';
import { runs } from './runs.ts';

const judged = (shards: readonly Shard[], rules: readonly ActiveRule[]): Evaluation =>
  evaluate({
    ...{ rules, shards, asOf, resourceTypes: loadResourceTypes(), iamNames: loadIamNames(), version: '0.0.0' },
    ...{ copyAccounts: undefined, include: ['pass', 'notApplicable'], verify: 'all' },
  });

const shardOf = ({ records, coverage }: Estate): Shard => ({ asOf, scopes, cutOff: false, records, coverage });

/** What a run says of each target, with all that stands in its finding but the numbers of its gaps. */
function told({ result }: Evaluation): ReadonlyMap<string, unknown> {
  const said = new Map<string, unknown>();
  for (const { outcome, target } of result.outcomes ?? []) said.set(target.id, outcome);
  for (const { gaps, ...finding } of result.findings) said.set(finding.target.id, finding);
  return said;
}

const pattern = (texts: readonly string[]) => fc.constantFrom(...texts, '*', '*S*', '*:s3:*', '*a*');
const randomId = pattern(resources.map(({ arn }) => arn));
const randomType = pattern(resources.map(({ type }) => type));
const randomMatch: fc.Arbitrary<Override['match']> = fc.oneof(
  fc.record({ id: randomId }),
  fc.record({ resourceType: randomType }),
  fc.record({ id: fc.tuple(randomId, randomId), resourceType: fc.tuple(randomType, randomType) }),
);
const values = fc.record({ maxAgeDays: fc.constantFrom(3, 14, 60), least: fc.constantFrom(0, 1, 2) });
const randomOverrides: fc.Arbitrary<readonly Override[]> = fc.array(
  fc.record({
    match: randomMatch,
    parameters: fc.oneof(
      values,
      values.map(({ least }) => ({ least })),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Written apart from the engine: each that matches, in order, over what the ones before it said. */
function parametersOf(arn: string, base: ActiveRule['parameters'], overrides: readonly Override[]) {
  const type = resources.find((each) => each.arn === arn)?.type ?? '';
  const own = overrides.filter(
    ({ match: { id = '*', resourceType = '*' } }) =>
      [id].flat().some((each) => matches(each, arn)) && [resourceType].flat().some((each) => matches(each, type)),
  );
  return Object.assign({}, base, ...own.map(({ parameters }) => parameters));
}

test('a rule with overrides says of each target what the rule with that target’s parameters says', () => {
  const usual = { maxAgeDays: 14, least: 1 };
  let differing = 0;
  fc.assert(
    fc.property(randomEstate, randomOverrides, (estate, overrides) => {
      const shards = [shardOf(estate)];
      const together = told(judged(shards, [enoughPoints('protectedResource', usual, overrides)]));
      for (const [id, said] of together) {
        const parameters = parametersOf(id, usual, overrides);
        const apart = told(judged(shards, [enoughPoints('protectedResource', parameters)]));
        expect(said).toEqual(apart.get(id));
        if (JSON.stringify(parameters) !== JSON.stringify(usual)) differing += 1;
      }
    }),
    { numRuns: runs(60), seed: 20261201 },
  );
  expect(differing).toBeGreaterThan(50);
});

test('json-rules-engine judges by each target’s parameters, and by all of those that may be its own', async () => {
  const hidden = fc.tuple(randomEstate, fc.array(randomHiding, { maxLength: 3 }));
  const outcomes = { pass: 0, fail: 0, notApplicable: 0, unknown: 0 };
  await fc.assert(
    fc.asyncProperty(hidden, async ([estate, hidings]) => {
      const evaluation = judged([shardOf(hidings.reduce((left, { hide }) => hide(left), estate))], overrideRules);
      const { pass, fail, notApplicable, unknown } = evaluation.result.summary.outcomes;
      expect(await verify(evaluation)).toBeGreaterThanOrEqual(pass + fail + notApplicable + unknown);
      for (const { outcome } of evaluation.seen ?? []) outcomes[outcome] += 1;
    }),
    { numRuns: runs(40), seed: 20261202 },
  );
  for (const count of [outcomes.pass, outcomes.fail, outcomes.unknown]) expect(count).toBeGreaterThan(20);
});

test('tags that were not read turn an outcome into unknown, never into another one', () => {
  let unknown = 0;
  const read = (records: readonly AwsRecord[], coverage: readonly Coverage[]) =>
    judged([shardOf({ records, coverage })], overrideRules);
  fc.assert(
    fc.property(randomEstate, fc.subarray([...scopes], { minLength: 1 }), ({ records, coverage }, unread) => {
      const isUnread = ({ accountId }: { readonly accountId: string }) =>
        unread.some((scope) => scope.accountId === accountId);
      const before = read(records, coverage);
      const after = read(
        records.filter((each) => each.kind !== 'listedResource' || !isUnread(each)),
        coverage.filter((each) => each.operation !== 'GetResources' || !isUnread(each)),
      );
      expect(broken(before, after)).toEqual([]);
      unknown += after.result.summary.outcomes.unknown - before.result.summary.outcomes.unknown;
    }),
    { numRuns: runs(150), seed: 20261203 },
  );
  expect(unknown).toBeGreaterThan(100);
});

describe('which parameters a target is judged by', () => {
  const young = point('young', { CreationDate: daysAgo(5) });
  const tagged = record('listedResource', { ResourceArn: volume, Tags: { tier: 'gold', 'a:b': 'x' } });
  const usual = { maxAgeDays: 3, least: 1 };
  const more = { maxAgeDays: 7 };
  const outcomeOf = (overrides: readonly Override[], target = 'protectedResource', records = [tagged]) => {
    const estate = shard({ records: [vault('main'), resource(), young, ...records] });
    const { result } = judged([estate], [enoughPoints(target, usual, overrides)]);
    return result.findings.length === 0 ? 'pass' : result.findings.map(({ outcome }) => outcome).join();
  };

  test.each<[string, Override['match'], string]>([
    ['the id', { id: volume }, 'pass'],
    ['another id', { id: `${volume}b` }, 'fail'],
    ['a pattern over / and :', { id: 'arn:*/vol-0?' }, 'pass'],
    ['its case counts', { resourceType: 'ebs' }, 'fail'],
    ['one of a list', { resourceType: ['EFS', 'E?S'] }, 'pass'],
    ['account and Region', { accountId: '1111*', region: 'eu-*' }, 'pass'],
    ['all members must match', { accountId: '1111*', region: 'us-*' }, 'fail'],
    ['a tag', { tags: { tier: 'go*' } }, 'pass'],
    ['another value of the tag', { tags: { tier: 'silver' } }, 'fail'],
    ['a tag that it does not have', { tags: { team: '*' } }, 'fail'],
    ['a tag that no thing has', { tags: { constructor: '*' } }, 'fail'],
    ['all tags must match', { tags: { tier: 'gold', 'a:b': 'y' } }, 'fail'],
  ])('%s', (_, match, outcome) => {
    expect(outcomeOf([{ match, parameters: more }])).toBe(outcome);
  });

  test.each<[string, string]>([
    ['main', 'pass'],
    ['MAIN', 'fail'],
    [vaultArn('main'), 'pass'],
    ['*:backup-vault:m*', 'pass'],
  ])('a vault by its name or ARN: %s', (pattern, outcome) => {
    expect(outcomeOf([{ match: { vault: pattern }, parameters: more }], 'backupVault')).toBe(outcome);
  });

  const volumes: Override['match'] = { resourceType: 'EBS' };
  test.each<[string, readonly Override['parameters'][], string]>([
    ['a later one goes before an earlier one', [{ maxAgeDays: 7 }, { maxAgeDays: 4 }], 'fail'],
    ['whichever is the stricter', [{ maxAgeDays: 4 }, { maxAgeDays: 7 }], 'pass'],
    ['parameter by parameter', [{ maxAgeDays: 7 }, { least: 1 }], 'pass'],
    ['what none says is as usual', [{ least: 1 }], 'fail'],
  ])('%s', (_, all, outcome) => {
    expect(outcomeOf(all.map((parameters) => ({ match: volumes, parameters })))).toBe(outcome);
  });

  test('message, evidence and rule say which', () => {
    const overrides = [{ match: volumes, parameters: { maxAgeDays: 4 } }];
    const estate = shard({ records: [vault('main'), resource(), young] });
    const { rules, findings } = judged([estate], [enoughPoints('protectedResource', usual, overrides)]).result;
    expect(findings[0]?.message).toBe('vol-0a: 1 younger than 4 (in the one scope read)');
    expect(rules[0]).toMatchObject({ parameters: usual, overrides });
  });

  test('what a rule shows of a limit is that of the target', () => {
    const old = ownRule(
      {
        target: 'recoveryPoint',
        require: {
          fact: 'ageDays',
          operator: 'lessThan',
          value: { fact: 'parameters', path: '$.maxAgeDays' },
        },
      },
      usual,
    );
    const overrides = [{ match: { vault: 'main' }, parameters: { maxAgeDays: 4 } }];
    const { findings } = judged([shard({ records: [vault('main'), young] })], [{ ...old, overrides }]).result;
    expect(findings.map(({ evidence }) => evidence[0]?.expected)).toEqual([4]);
  });
});

describe('where the tags were not read', () => {
  const denied = (records: readonly AwsRecord[], overrides: readonly Override[], more: readonly Coverage[] = []) =>
    judged(
      [
        shard({
          records: [vault('main'), resource(), ...records],
          coverage: [line('GetResources', 'denied'), ...more],
        }),
      ],
      [enoughPoints('protectedResource', { maxAgeDays: 3, least: 1 }, overrides)],
    ).result;
  const gold: Override = { match: { tags: { tier: 'gold' } }, parameters: { maxAgeDays: 7 } };

  test('an outcome that hangs on them is unknown, and says which to grant', () => {
    const { findings, gaps } = denied([point('1', { CreationDate: daysAgo(5) })], [gold]);
    expect(findings).toMatchObject([{ outcome: 'unknown', gaps: [0], evidence: [] }]);
    expect(findings[0]?.message).toContain('GetResources in 111122223333/eu-west-1 was denied');
    expect(findings[0]?.message).toContain('grant tag:GetResources');
    expect(gaps).toMatchObject([{ operation: 'GetResources', status: 'denied' }]);
  });

  test.each<[string, number, readonly Override[], readonly string[]]>([
    ['passes by both', 2, [gold], []],
    ['fails by both', 9, [gold], ['fail']],
    ['another member settles that it does not match', 5, [{ ...gold, match: { ...gold.match, id: 'x' } }], ['fail']],
    ['a later one settles it', 5, [gold, { match: { id: '*' }, parameters: { maxAgeDays: 1 } }], ['fail']],
    ['one that changes nothing is not asked', 5, [{ ...gold, parameters: { maxAgeDays: 3 } }], ['fail']],
    [
      'of three sets of parameters one differs',
      5,
      [gold, { match: { tags: { tier: 'bronze' } }, parameters: { maxAgeDays: 1 } }],
      ['unknown'],
    ],
  ])('%s', (_, age, overrides, expected) => {
    const { findings, gaps } = denied([point('1', { CreationDate: daysAgo(age) })], overrides);
    expect(findings.map(({ outcome }) => outcome)).toEqual(expected);
    expect(gaps).toHaveLength(expected.includes('unknown') ? 1 : 0);
  });
});
