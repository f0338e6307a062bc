import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/catalogue/kinds.ts';
import { type Answer, known, range, unknown } from '../../src/engine/answer.ts';
import { plainValue, targetOf, targetText, textOf } from '../../src/engine/display.ts';
import type { AwsRecord } from '../../src/inventory/record.ts';
import { daysAgo, outside, point, pointArn, resource, restoreJob, shard, vault, vaultArn, volume } from './estate.ts';
import { itemOf, worldOf } from './fact-value.ts';
import { backupPlan, planArn } from './state-records.ts';

const world = (records: readonly AwsRecord[]) => worldOf([shard({ records })]);
const itemIn = (kind: Kind, records: readonly AwsRecord[]) => itemOf(world(records), kind);

describe('a value in a result', () => {
  test.each<[unknown, unknown]>([
    [Infinity, 'never'],
    [-Infinity, 'none'],
    [35, 35],
    ['x', 'x'],
    [undefined, undefined],
    [
      [1, Infinity],
      [1, 'never'],
    ],
    [itemIn('recoveryPoint', [point('1')]), pointArn('1')],
  ])('%#', (value, expected) => {
    expect(plainValue(value)).toEqual(expected);
  });
});

describe('a value in a message', () => {
  test.each<[Answer, string]>([
    [known(2.2499), '2.2'],
    [known(7), '7'],
    [known(Infinity), 'never'],
    [known(undefined), '(none)'],
    [known(daysAgo(1)), '2026-11-19T06:00:00Z'],
    [known(true), 'true'],
    [known(['a', 'b']), 'a, b'],
    [unknown([{ note: 'not read' }]), '(not known)'],
    [range(1, 2, []), '(not known)'],
  ])('%j: %s', (answer, expected) => {
    expect(textOf(answer)).toBe(expected);
  });
});

describe('who is judged', () => {
  test.each<[Kind, readonly AwsRecord[], object, string]>([
    [
      'protectedResource',
      [resource({ ResourceName: 'data' })],
      { id: volume, name: 'data', resourceType: 'EBS', accountId: '111122223333', region: 'eu-west-1' },
      'data',
    ],
    ...[{ BackupPlanName: 'nightly' }, { BackupPlan: { BackupPlanName: 'nightly' } }].map(
      (fields): [Kind, readonly AwsRecord[], object, string] => [
        'backupPlan',
        [backupPlan('5a', fields)],
        { id: planArn('5a'), name: 'nightly', accountId: '111122223333', region: 'eu-west-1' },
        'nightly',
      ],
    ),
    [
      'recoveryPoint',
      [point('1', { RecoveryPointArn: 'arn:aws:ec2:eu-west-1::snapshot/snap-1' })],
      {
        id: 'arn:aws:ec2:eu-west-1::snapshot/snap-1',
        name: 'snap-1',
        resourceType: 'EBS',
        accountId: '111122223333',
        region: 'eu-west-1',
      },
      'snap-1 of vol-0a',
    ],
    [
      'recoveryPoint',
      [point('1', { ResourceName: 'data' })],
      { id: pointArn('1'), name: '1', resourceType: 'EBS', accountId: '111122223333', region: 'eu-west-1' },
      '1 of data',
    ],
    [
      'recoveryPoint',
      [point('1', { ResourceArn: undefined })],
      { id: pointArn('1'), name: '1', resourceType: 'EBS', accountId: '111122223333', region: 'eu-west-1' },
      '1',
    ],
    [
      'backupVault',
      [vault('main', { BackupVaultArn: vaultArn('main', outside) })],
      { id: vaultArn('main', outside), name: 'main', accountId: '777788889999', region: 'eu-west-1' },
      'main',
    ],
    ['restoreJob', [restoreJob('r1')], { id: 'r1', name: 'r1', accountId: '111122223333', region: 'eu-west-1' }, 'r1'],
    [
      'scope',
      [point('1')],
      { id: '111122223333/eu-west-1', name: '111122223333/eu-west-1', accountId: '111122223333', region: 'eu-west-1' },
      '111122223333/eu-west-1',
    ],
  ])('%s', (kind, records, expected, text) => {
    const made = world(records);
    const item = itemOf(made, kind);
    expect(targetOf(item, made)).toEqual({ kind, ...expected });
    expect(targetText(item)).toBe(text);
  });

  test('a bucket that no scope lists has no place', () => {
    const made = world([point('1', { ResourceArn: 'arn:aws:s3:::invoices', ResourceType: 'S3' })]);
    expect(targetOf(itemOf(made, 'protectedResource'), made)).toEqual({
      kind: 'protectedResource',
      id: 'arn:aws:s3:::invoices',
      name: 'invoices',
      resourceType: 'S3',
    });
  });
});
