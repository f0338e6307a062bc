import { describe, expect, test } from 'vitest';
import type { AwsRecord, Fields } from '../../src/inventory/record.ts';
import {
  daysAgo,
  evaluateRules,
  line,
  point,
  pointArn,
  recovery,
  resource,
  restoreJob,
  shard,
  vault,
  vaultArn,
  volume,
} from '../engine/estate.ts';
import { type Asked, judged } from './restore-test-outcome.ts';

describe('a job is joined to its resource (trap R5)', () => {
  const old = { SourceResourceArn: undefined, RecoveryPointArn: pointArn('1'), BackupVaultArn: vaultArn('main') };

  test.each<[string, Asked, RegExp]>([
    ['by its point', { records: [restoreJob('a', old), point('1')] }, /^pass$/],
    [
      'not by what it created',
      { records: [restoreJob('a', { SourceResourceArn: `${volume}0`, CreatedResourceArn: volume })] },
      /^undefined$/,
    ],
    ['its point has expired', { records: [restoreJob('a', old)] }, /never restore-tested/],
    [
      'its point was not read',
      {
        records: [restoreJob('a', old)],
        coverage: [line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn('main') })],
      },
      /^unknown$/,
    ],
    ['a test in another account', { records: [restoreJob('a', {}, recovery)] }, /^pass$/],
  ])('%s', (_, asked, expected) => {
    expect(String(judged(asked))).toMatch(expected);
  });
});

describe('when it applies', () => {
  const typed = (ResourceType: string, fields: Fields = {}) => [resource({ ResourceType, ...fields })];

  test.each<[string, readonly AwsRecord[], RegExp]>([
    ['RDS can be tested', typed('RDS'), /never/],
    ['Timestream cannot (trap R8)', typed('Timestream'), /^notApplicable$/],
    ['a type nobody knows', typed('MemoryDB'), /^unknown$/],
    ['nobody backs it up any more', typed('EBS', { LastBackupTime: daysAgo(36) }), /^notApplicable$/],
  ])('%s', (_, records, expected) => {
    const { result } = evaluateRules([shard({ records: [...records, vault('main')] })], { rules: ['BKP401'] });
    const [finding] = result.findings;
    expect(finding?.outcome === 'fail' ? finding.message : (finding?.outcome ?? result.outcomes?.[0]?.outcome)).toMatch(
      expected,
    );
  });
});
