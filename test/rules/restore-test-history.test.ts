import { describe, expect, test } from 'vitest';
import type { Coverage, Shard } from '../../src/inventory/record.ts';
import {
  daysAgo,
  evaluateRules,
  home,
  line,
  outcomeOf,
  recovery,
  resource,
  restoreJob,
  shard,
  vault,
  vaultArn,
  volume,
} from '../engine/estate.ts';

const judge = (shards: readonly Shard[], maxAgeDays = 30) =>
  outcomeOf('BKP401', volume, shards, { parameters: { maxAgeDays } });

describe('AWS keeps about 30 days of restore jobs', () => {
  const now = shard({ records: [resource()] });
  const older = (days: number, jobAge?: number) =>
    shard({
      asOf: daysAgo(days),
      records: jobAge === undefined ? [] : [restoreJob('old', { CreationDate: daysAgo(jobAge) })],
    });

  test.each<[string, readonly Shard[], number, string]>([
    ['a window of 30 days is decided', [now], 30, 'fail'],
    ['a longer one is not', [now], 60, 'unknown'],
    ['an older inventory reaches back', [now, older(30)], 60, 'fail'],
    ['not far enough', [now, older(20)], 60, 'unknown'],
    ['it knows a test', [now, older(20, 45)], 60, 'pass'],
    ['a test that only it knows, too old', [now, older(20, 45)], 40, 'fail'],
    ['a hole between the two', [now, older(45, 50)], 60, 'unknown'],
    ['a hole that a third fills', [now, older(45, 50), older(25)], 60, 'pass'],
  ])('%s', (_, shards, maxAgeDays, expected) => {
    expect(judge(shards, maxAgeDays)).toBe(expected);
  });

  test('the newest inventory could not read them', () => {
    const denied = shard({ records: [resource()], coverage: [line('ListRestoreJobs', 'denied')] });
    expect(judge([denied, older(1, 3)])).toBe('unknown');
  });

  test('a job that was running yesterday and failed since', () => {
    const yesterday = shard({ asOf: daysAgo(1), records: [restoreJob('a', { ValidationStatus: 'VALIDATING' })] });
    const today = shard({ records: [resource(), restoreJob('a', { ValidationStatus: 'FAILED' })] });
    expect(judge([yesterday])).toBe(undefined);
    expect(judge([yesterday, today])).toBe('fail');
  });
});

describe('gaps', () => {
  const jobs = (filters: Coverage['filters']) => line('ListRestoreJobs', 'ok', filters ? { filters } : {});

  test.each<[string, Coverage, string, string]>([
    ['restore jobs denied', line('ListRestoreJobs', 'denied'), 'unknown', 'unknown'],
    [
      'restore jobs of another account denied',
      line('ListRestoreJobs', 'denied', { scope: recovery }),
      'unknown',
      'unknown',
    ],
    ['jobs of other types left out', jobs({ ByResourceType: 'EBS' }), 'fail', 'pass'],
    ['jobs of its type left out', jobs({ ByResourceType: 'S3' }), 'unknown', 'unknown'],
    ['all but the completed left out', jobs({ ByStatus: 'COMPLETED' }), 'unknown', 'unknown'],
    ['copy jobs, which it does not need', line('ListCopyJobs', 'denied'), 'fail', 'pass'],
    ['Region settings, which it does not need', line('DescribeRegionSettings', 'denied'), 'fail', 'pass'],
    [
      'a vault, whose points name no job here',
      line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn('main') }),
      'fail',
      'pass',
    ],
  ])('%s: without a test %s, with a good one %s', (_, gap, without, withOne) => {
    const of = (...records: Shard['records']) =>
      judge([shard({ records: [resource(), vault('main'), ...records], coverage: [gap], scopes: [home, recovery] })]);
    expect(of()).toBe(without);
    expect(of(restoreJob('a'))).toBe(withOne);
  });

  test('an unknown finding says what could not be told, and what to grant', () => {
    const shards = [shard({ records: [resource()], coverage: [line('ListRestoreJobs', 'denied')] })];
    const { result } = evaluateRules(shards, { rules: ['BKP401'] });
    const [finding] = result.findings;
    expect(finding?.message).toBe(
      'Cannot tell for vol-0a whether "Every protected resource has a recent restore test that was validated as successful": ListRestoreJobs in 111122223333/eu-west-1 was denied (AccessDeniedException): grant backup:ListRestoreJobs',
    );
    expect(finding?.gaps).toEqual([0]);
    expect(finding?.evidence.map(({ at, actual, holds }) => [at, actual, holds])).toEqual([
      ['/require/all/0', 'unread', null],
      ['/require/all/1', 'unread', null],
      ['/require/all/2', 'unread', null],
    ]);
  });
});
