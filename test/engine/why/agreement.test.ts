import { beforeAll, describe, expect, test } from 'vitest';
import { thingsNamed, type WhyInput, why, worldAfter } from '../../../src/engine/why.ts';
import type { World } from '../../../src/engine/world/world.ts';
import type { Finding, Outcome } from '../../../src/result.ts';
import { type WhyLeaf, type WhyNode, WhyResult, type WhyRule } from '../../../src/why-result.ts';
import { scannedExample } from './example.ts';

let example: WhyInput;
let world: World;
beforeAll(async () => {
  example = await scannedExample();
  world = worldAfter(example);
});

const leavesOf = (node: WhyNode | undefined): readonly WhyLeaf[] => {
  if (node === undefined) return [];
  return 'conditions' in node ? node.conditions.flatMap(leavesOf) : [node];
};

function explained(ruleId: string, { kind, id, region, accountId }: Finding['target']): readonly WhyRule[] {
  const { things } = why(example, thingsNamed(id, world), world);
  const own = things.filter(
    ({ target }) =>
      target.kind === kind &&
      (accountId === undefined || target.accountId === accountId) &&
      (region === undefined || target.region === region),
  );
  return own.flatMap(({ rules }) => rules.filter((rule) => rule.ruleId === ruleId));
}

/** What Kleene's logic over the whole tree makes of a rule. */
function outcomeOf({ when, require }: WhyRule): Outcome {
  const concerns = when === undefined ? true : when.holds;
  if (concerns === false) return 'notApplicable';
  if (require.holds === true) return 'pass';
  return concerns === true && require.holds === false ? 'fail' : 'unknown';
}

test('every finding of the example estate: outcome, message, gaps and evidence are those of the scan', () => {
  const { findings, gaps } = example.result;
  expect(findings.length).toBeGreaterThan(40);
  for (const finding of findings) {
    const [rule, ...others] = explained(finding.ruleId, finding.target);
    expect(others, finding.target.id).toEqual([]);
    const decisive = [...leavesOf(rule?.when), ...leavesOf(rule?.require)].filter((leaf) => leaf.decisive);
    const evidence = decisive.map(({ at, fact, path, operator, expected, actual, holds }) => ({
      ...{ at, fact, path, operator, expected, actual, holds },
    }));
    expect(rule?.outcome).toBe(finding.outcome);
    expect(rule?.message).toBe(finding.message);
    expect(rule?.gaps).toEqual(finding.gaps.map((index) => gaps[index]));
    expect(evidence).toEqual(
      finding.evidence.map((each) => ({ path: undefined, expected: undefined, actual: undefined, ...each })),
    );
    if (finding.outcome === 'unknown') expect(rule?.because.length).toBeGreaterThan(0);
  }
});

describe('what passes or does not apply', () => {
  test('a sample: outcome as in the scan, and its tree gives it', () => {
    const outcomes = (example.result.outcomes ?? []).filter((_, index) => index % 7 === 0);
    expect(outcomes.length).toBeGreaterThan(60);
    for (const { ruleId, outcome, target } of outcomes) {
      const rules = explained(ruleId, target);
      expect(
        rules.map((rule) => rule.outcome),
        target.id,
      ).toContain(outcome);
      for (const rule of rules) expect(outcomeOf(rule)).toBe(rule.outcome);
    }
  });
});

test('the counts of what is around it are those of the scan', () => {
  const vault = 'arn:aws:backup:eu-west-1:444455556666:backup-vault:staging';
  const [thing] = why(example, thingsNamed(vault, world), world).things;
  const points = thing?.related.find(({ relation, ruleId }) => relation === 'recoveryPoints' && ruleId === 'BKP102');
  const failing = example.result.findings.filter(({ ruleId, target }) => {
    const [point] = world.items('recoveryPoint').filter(({ id }) => id === target.id);
    return ruleId === 'BKP102' && point?.fields.BackupVaultArn === vault;
  });
  expect(points?.outcomes.fail).toBe(failing.length);
  expect(failing.length).toBeGreaterThan(0);
  expect(points?.askNext).toEqual(
    failing
      .map(({ target }) => target.id)
      .sort()
      .slice(0, 3),
  );
});

test('the result is of the published form', () => {
  const ids = ['arn:aws:s3:::contracts-bucket', '444455556666/eu-central-1'];
  for (const id of ids) {
    const result = why(example, thingsNamed(id, world), world);
    expect(WhyResult.parse(result)).toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  }
});

test('a scope and its settings have one name, and are two things', () => {
  const { things } = why(example, thingsNamed('444455556666/eu-central-1', world), world);
  expect(things.map(({ target }) => target.kind)).toEqual(['regionSettings', 'scope']);
});
