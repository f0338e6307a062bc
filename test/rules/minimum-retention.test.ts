import { describe, expect, test } from 'vitest';
import type { Coverage, Fields } from '../../src/inventory/record.ts';
import {
  airGapped,
  daysAgo,
  evaluateRules,
  home,
  line,
  outcomeOf,
  point,
  pointArn,
  recovery,
  restoreAccess,
  shard,
  vault,
  vaultArn,
} from '../engine/estate.ts';

const outcome = (fields: Fields, coverage: readonly Coverage[] = [], parameters = {}) =>
  outcomeOf(
    'BKP102',
    String(point('1', fields).fields.RecoveryPointArn),
    [shard({ records: [point('1', fields), vault('main')], coverage })],
    { parameters },
  );
const kept = (days: number): Fields => ({ Lifecycle: { DeleteAfterDays: days } });

describe('pass and fail', () => {
  test.each<[string, Fields, string]>([
    ['35 days', kept(35), 'pass'],
    ['34 days', kept(34), 'fail'],
    ['never expires (trap L1)', { Lifecycle: {} }, 'pass'],
    ['−1 is never (trap L1)', kept(-1), 'pass'],
    ['no lifecycle at all (trap L1)', { Lifecycle: undefined }, 'pass'],
    [
      'what AWS calculated goes before what the plan said (trap L2)',
      { ...kept(90), CalculatedLifecycle: { DeleteAt: daysAgo(-5) } },
      'fail',
    ],
    [
      'hours beside the whole day do not count (trap L2)',
      { CreationDate: daysAgo(2), CalculatedLifecycle: { DeleteAt: daysAgo(-32.6) } },
      'pass',
    ],
    ['AVAILABLE is a good point too (trap S1)', { ...kept(7), Status: 'AVAILABLE' }, 'fail'],
    ['an air-gapped point', { ...kept(7), VaultType: airGapped }, 'fail'],
    ['a type that this version does not know', { ...kept(7), ResourceType: 'MemoryDB' }, 'fail'],
  ])('%s: %s', (_, fields, expected) => {
    expect(outcome(fields)).toBe(expected);
  });

  test('as many days as the parameter says', () => {
    expect(outcome(kept(34), [], { minDays: 30 })).toBe('pass');
  });
});

describe('not applicable', () => {
  test.each<[string, Fields]>([
    ['stopped (trap S2)', { Status: 'STOPPED' }],
    ['expired (trap S3)', { Status: 'EXPIRED' }],
    ['partial', { Status: 'PARTIAL' }],
    ['being made (trap S5)', { Status: 'CREATING' }],
    ['being deleted (trap S5)', { Status: 'DELETING' }],
    ['waits for its copy (trap I7)', { Lifecycle: { DeleteAfterDays: 7, DeleteAfterEvent: 'DELETE_AFTER_COPY' } }],
    ['continuous: 35 days at most (trap L3)', { RecoveryPointArn: pointArn('continuous:1') }],
    ['mirrored', { VaultType: restoreAccess }],
  ])('%s', (_, fields) => {
    expect(outcome({ ...kept(7), ...fields })).toBe('notApplicable');
  });
});

describe('unknown', () => {
  const noVaults = [line('ListBackupVaults', 'denied')];

  test.each<[string, Fields, readonly Coverage[], string]>([
    ['a status AWS added since', { ...kept(7), Status: 'ARCHIVED' }, [], 'unknown'],
    ['that status, kept long enough', { ...kept(35), Status: 'ARCHIVED' }, [], 'pass'],
    ['no status', { ...kept(7), Status: undefined }, [], 'unknown'],
    ['its own vault type tells, vaults denied', { ...kept(7), VaultType: 'BACKUP_VAULT' }, noVaults, 'fail'],
    [
      'when it was made, the date of deletion known',
      { CreationDate: undefined, CalculatedLifecycle: { DeleteAt: daysAgo(-9) } },
      [],
      'unknown',
    ],
  ])('%s', (_, fields, coverage, expected) => {
    expect(outcome(fields, coverage)).toBe(expected);
  });

  test('a point that may be mirrored, its vault not read', () => {
    const denied = shard({ records: [point('1', kept(7))], coverage: noVaults });
    expect(outcomeOf('BKP102', pointArn('1'), [denied])).toBe('unknown');
  });
});

describe('an operation outside its row changes nothing', () => {
  const others = [
    'ListProtectedResources',
    'ListRestoreJobs',
    'ListCopyJobs',
    'ListBackupJobs',
    'DescribeRegionSettings',
  ];
  test.each(others)('%s', (operation) => {
    const { result, incomplete, partial } = evaluateRules(
      [shard({ records: [point('1', kept(7)), vault('main')], coverage: [line(operation, 'denied')] })],
      { rules: ['BKP102'] },
    );
    expect([result.findings.map(({ outcome: each }) => each), result.gaps, incomplete, partial]).toEqual([
      ['fail'],
      [],
      false,
      false,
    ]);
  });
});

describe('a gap that may hide a point makes the result incomplete', () => {
  const judge = (...coverage: readonly Coverage[]) => {
    const records = [
      point('1'),
      vault('main'),
      vault('gap', { VaultType: airGapped }),
      vault('mirror', { VaultType: restoreAccess }),
    ];
    const { result, incomplete, partial } = evaluateRules([shard({ records, coverage, scopes: [home, recovery] })], {
      rules: ['BKP102'],
    });
    return {
      outcomes: result.summary.outcomes,
      gaps: result.gaps.map(({ operation, status }) => `${operation} ${status}`),
      incomplete,
      partial,
    };
  };
  const list = (name: string, filters?: Coverage['filters']) =>
    line('ListRecoveryPointsByBackupVault', filters ? 'ok' : 'denied', {
      resource: vaultArn(name),
      ...(filters ? { filters } : {}),
    });
  const onePass = { pass: 1, fail: 0, notApplicable: 0, unknown: 0 };

  test.each<[string, Coverage, readonly string[]]>([
    ['a vault denied', list('gap'), ['ListRecoveryPointsByBackupVault denied']],
    [
      'the vaults of a scope denied',
      line('ListBackupVaults', 'denied', { scope: recovery }),
      ['ListBackupVaults denied'],
    ],
    ['a filter', list('gap', { ByResourceType: 'EBS' }), ['ListRecoveryPointsByBackupVault filtered']],
    ['a restore access vault hides none: its points are mirrored', list('mirror'), []],
  ])('%s', (_, gap, gaps) => {
    expect(judge(gap)).toEqual({ outcomes: onePass, gaps, incomplete: gaps.length > 0, partial: gaps.length > 0 });
  });
});

test('an unknown value is no gap: incomplete, not partial', () => {
  const { incomplete, partial } = evaluateRules(
    [shard({ records: [point('1', { ...kept(7), Status: 'ARCHIVED' })] })],
    { rules: ['BKP102'] },
  );
  expect([incomplete, partial]).toEqual([true, false]);
});
