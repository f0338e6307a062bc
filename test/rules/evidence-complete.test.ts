import { describe, expect, test } from 'vitest';
import type { AwsRecord, Coverage, Shard } from '../../src/inventory/record.ts';
import {
  airGapped,
  copyJob,
  daysAgo,
  evaluateRules,
  far,
  home,
  line,
  type Options,
  point,
  recovery,
  resource,
  restoreJob,
  shard,
  vault,
  vaultArn,
} from '../engine/estate.ts';

const scopes = [home, recovery];
const records: readonly AwsRecord[] = [
  resource(),
  point('1'),
  vault('main'),
  vault('gap', { VaultType: airGapped }, recovery),
  point('2', { BackupVaultArn: vaultArn('gap', recovery), VaultType: airGapped }, recovery),
  restoreJob('a'),
];
const whole = (...coverage: readonly Coverage[]): Shard => shard({ records, coverage, scopes });
const list = (name: string, scope = home) =>
  line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn(name, scope), scope });

/** What BKP507 says of each scope, by the order of the scopes. */
function judge(shards: readonly Shard[], options: Options = {}) {
  const { result, incomplete, partial } = evaluateRules(shards, options);
  const all = [...(result.outcomes ?? []), ...result.findings].filter(({ ruleId }) => ruleId === 'BKP507');
  const outcomes = Object.fromEntries(all.map(({ target, outcome }) => [target.id, outcome]));
  return { outcomes, complete: result.scopes.map(({ complete }) => complete), incomplete, partial };
}

const [here, there] = ['111122223333/eu-west-1', '444455556666/eu-west-1'];

describe('everything read', () => {
  test('passes, and the result is complete', () => {
    expect(judge([whole()])).toEqual({
      outcomes: { [here]: 'pass', [there]: 'pass' },
      complete: [true, true],
      incomplete: false,
      partial: false,
    });
  });
});

describe('a gap that touches an enabled rule', () => {
  test.each<[string, Coverage, readonly boolean[]]>([
    ['a standard vault: its points may be targets', list('main'), [false, true]],
    ['the air-gapped vault', list('gap', recovery), [true, false]],
    ['restore jobs', line('ListRestoreJobs', 'denied'), [false, true]],
    ['the list of resources', line('ListProtectedResources', 'throttled', { scope: recovery }), [true, false]],
    ['everything', line('*', 'denied', { scope: recovery }), [true, false]],
    ['copy jobs, even where the copy was seen', line('ListCopyJobs', 'denied'), [false, true]],
    ['report plans, which no rule here needs', line('ListReportPlans', 'denied'), [true, true]],
    ['Region settings, without a table', line('DescribeRegionSettings', 'denied'), [true, true]],
    ['an operation not offered there', line('ListRestoreJobs', 'notAvailable'), [true, true]],
  ])('%s', (_, gap, complete) => {
    const star = gap.operation === '*' ? [line('*')] : [];
    const one = gap.operation === '*' ? shard({ records, coverage: [gap, ...star], scopes, star: false }) : whole(gap);
    const judged = judge([one]);
    expect(judged.complete).toEqual(complete);
    expect(judged.outcomes).toEqual({
      [here]: complete[0] ? 'pass' : 'unknown',
      [there]: complete[1] ? 'pass' : 'unknown',
    });
    expect([judged.incomplete, judged.partial]).toEqual([complete.includes(false), complete.includes(false)]);
  });

  test('by itself it feels none, since no other rule is enabled', () => {
    expect(judge([whole(list('main'))], { rules: ['BKP507'] }).outcomes).toEqual({ [here]: 'pass', [there]: 'pass' });
  });

  test('only what the enabled rules need counts', () => {
    const jobs = whole(line('ListRestoreJobs', 'denied'));
    expect(judge([jobs], { rules: ['BKP102', 'BKP507'] }).complete).toEqual([true, true]);
    expect(judge([jobs], { rules: ['BKP401', 'BKP507'] }).complete).toEqual([false, true]);
  });

  test('a finding names its gaps, and they are of its scope', () => {
    const { result } = evaluateRules([whole(list('main'), line('ListRestoreJobs', 'denied'))]);
    const finding = result.findings.find(({ ruleId }) => ruleId === 'BKP507');
    expect(finding?.target.id).toBe(here);
    expect(finding?.gaps.map((index) => result.gaps[index]?.operation)).toEqual([
      'ListRecoveryPointsByBackupVault',
      'ListRestoreJobs',
    ]);
  });

  test('a copy outside the scopes is no gap of a scope that was read, but the result is incomplete', () => {
    const one = shard({
      records: [resource(), vault('main'), point('1'), restoreJob('a'), copyJob('c')],
      scopes: [home],
    });
    expect(judge([one])).toEqual({ outcomes: { [here]: 'pass' }, complete: [true], incomplete: true, partial: true });
  });
});

describe('never fails', () => {
  test('an unknown type is no gap', () => {
    const one = shard({ records: [resource({ ResourceType: 'MemoryDB' })] });
    const judged = judge([one]);
    expect([judged.outcomes, judged.incomplete, judged.partial]).toEqual([{ [here]: 'pass' }, true, false]);
  });

  test('a scope that only a header names was not read', () => {
    const one = { ...shard({ records }), scopes: [...scopes, far] };
    expect(judge([one]).complete).toEqual([true, false, true]);
  });

  test('a shard that was cut off', () => {
    expect(judge([{ ...whole(), cutOff: true }]).complete).toEqual([false, false]);
  });

  test('history that AWS forgot hides no target', () => {
    const long = { parameters: { maxAgeDays: 60, activeWithinDays: 0 } };
    const tested = shard({ records, scopes, asOf: daysAgo(0) });
    expect(judge([tested], long).incomplete).toBe(false);
  });
});
