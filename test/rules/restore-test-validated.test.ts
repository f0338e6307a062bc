import { describe, expect, test } from 'vitest';
import type { Fields } from '../../src/inventory/record.ts';
import { daysAgo, restoreJob, volume } from '../engine/estate.ts';
import { judged } from './restore-test-outcome.ts';

const ofJobs = (...jobs: readonly (readonly [string, Fields])[]) =>
  judged({ records: jobs.map(([id, fields]) => restoreJob(id, fields)) });

describe('one job', () => {
  test.each<[string, Fields, string]>([
    ['a validated test', {}, 'pass'],
    [
      'validated, but a manual restore (trap R2)',
      { CreatedBy: undefined },
      'vol-0a was never restore-tested in the last 30 days',
    ],
    [
      'restored, not validated (trap R1)',
      { ValidationStatus: undefined },
      'vol-0a was restored on 2026-11-17T06:00:00Z, but nobody validated what came back',
    ],
    [
      'its validation failed',
      { ValidationStatus: 'FAILED' },
      'vol-0a was restored on 2026-11-17T06:00:00Z, but its validation ended FAILED',
    ],
    [
      'its validation timed out (trap R1)',
      { ValidationStatus: 'TIMED_OUT' },
      'vol-0a was restored on 2026-11-17T06:00:00Z, but its validation ended TIMED_OUT',
    ],
    [
      'failed',
      { Status: 'FAILED', ValidationStatus: undefined, StatusMessage: 'no subnet' },
      'The restore test of vol-0a on 2026-11-17T06:00:00Z ended FAILED: no subnet',
    ],
    [
      'aborted',
      { Status: 'ABORTED', ValidationStatus: undefined },
      'The restore test of vol-0a on 2026-11-17T06:00:00Z ended ABORTED: (none)',
    ],
    ['still running', { Status: 'RUNNING' }, 'vol-0a was never restore-tested in the last 30 days'],
    ['still validating', { ValidationStatus: 'VALIDATING' }, 'vol-0a was never restore-tested in the last 30 days'],
    ['of another volume', { SourceResourceArn: `${volume}0` }, 'vol-0a was never restore-tested in the last 30 days'],
    ['30 days old', { CreationDate: daysAgo(30) }, 'pass'],
    ['begun before, ended in time', { CreationDate: daysAgo(31), CompletionDate: daysAgo(29) }, 'pass'],
    ['too old', { CreationDate: daysAgo(31) }, 'The newest restore test of vol-0a is more than 30 days old'],
    ['a status AWS added since', { Status: 'SKIPPED' }, 'unknown'],
    ['a validation status AWS added since', { ValidationStatus: 'QUEUED' }, 'unknown'],
    ['no status', { Status: undefined }, 'unknown'],
    ['no date at all', { CreationDate: undefined }, 'unknown'],
  ])('%s', (_, fields, expected) => {
    expect(ofJobs(['a', fields])?.replace(/ \(in the .* read\)$/, '')).toBe(expected);
  });

  test('no job', () => {
    expect(ofJobs()).toBe('vol-0a was never restore-tested in the last 30 days');
  });
});

describe('the newest test counts', () => {
  const old = { CreationDate: daysAgo(9) };

  test.each<[string, readonly (readonly [string, Fields])[], RegExp]>([
    [
      'a failed one after a good one',
      [
        ['a', old],
        ['b', { Status: 'FAILED' }],
      ],
      /ended FAILED/,
    ],
    [
      'a good one after a failed one',
      [
        ['a', { ...old, Status: 'FAILED' }],
        ['b', {}],
      ],
      /^pass$/,
    ],
    [
      'by CompletionDate',
      [
        ['a', { CreationDate: daysAgo(2), CompletionDate: daysAgo(1), Status: 'FAILED' }],
        ['b', { CreationDate: daysAgo(1.5) }],
      ],
      /ended FAILED/,
    ],
    [
      'a validating one does not hide the last good one',
      [
        ['a', old],
        ['b', { ValidationStatus: 'VALIDATING' }],
      ],
      /^pass$/,
    ],
    [
      'nor the last failed one',
      [
        ['a', { ...old, Status: 'FAILED' }],
        ['b', { Status: 'RUNNING' }],
      ],
      /ended FAILED/,
    ],
    [
      'a manual one does not hide it',
      [
        ['a', old],
        ['b', { CreatedBy: undefined, Status: 'FAILED' }],
      ],
      /^pass$/,
    ],
    [
      'a newer one of unknown status',
      [
        ['a', old],
        ['b', { Status: 'SKIPPED' }],
      ],
      /^unknown$/,
    ],
    [
      'an older one of unknown status',
      [
        ['a', { ...old, Status: 'SKIPPED' }],
        ['b', {}],
      ],
      /^pass$/,
    ],
    [
      'at one moment, the greater id',
      [
        ['a', { Status: 'FAILED' }],
        ['b', {}],
      ],
      /^pass$/,
    ],
  ])('%s', (_, jobs, expected) => {
    expect(ofJobs(...jobs)).toMatch(expected);
  });

  test('with allowManual any restore counts', () => {
    const manual = restoreJob('a', { CreatedBy: undefined });
    expect(judged({ records: [manual], options: { parameters: { allowManual: true } } })).toBe('pass');
    const failed = restoreJob('b', { CreatedBy: undefined, Status: 'FAILED', CreationDate: daysAgo(1) });
    expect(judged({ records: [manual, failed], options: { parameters: { allowManual: true } } })).toMatch(
      'ended FAILED',
    );
  });

  test('maxAgeDays 10', () => {
    const options = { parameters: { maxAgeDays: 10 } };
    expect(judged({ records: [restoreJob('a', { CreationDate: daysAgo(11) })], options })).toMatch(
      'is more than 10 days old',
    );
    expect(judged({ records: [restoreJob('a', { CreationDate: daysAgo(10) })], options })).toBe('pass');
  });
});
