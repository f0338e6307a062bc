import { expect, test } from 'vitest';
import { loadIamNames, loadResourceTypes } from '../../src/data.ts';
import { parseJsonFile } from '../../src/json-file.ts';
import { loadTest } from '../../src/rule-tests/load-test.ts';
import { runTest } from '../../src/rule-tests/run-test.ts';
import { shippedRules } from '../engine/shipped-rules.ts';

const vaultArn = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:main';
const point = (id: string, days: number) => ({
  kind: 'recoveryPoint',
  RecoveryPointArn: `arn:aws:backup:eu-west-1:111122223333:recovery-point:${id}`,
  BackupVaultArn: vaultArn,
  ResourceArn: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a',
  ResourceType: 'EBS',
  Status: 'COMPLETED',
  CreationDate: '2 days ago',
  Lifecycle: { DeleteAfterDays: days },
});
const vault = { kind: 'backupVault', BackupVaultName: 'main', BackupVaultArn: vaultArn };
const a = point('a', 40).RecoveryPointArn;
const b = point('b', 7).RecoveryPointArn;

async function differencesOf(testCase: object): Promise<readonly string[]> {
  const text = JSON.stringify({ rule: 'BKP102', cases: [{ name: 'a case', ...testCase }] });
  const loading = loadTest(parseJsonFile('x.test.json', text), shippedRules);
  if (!('test' in loading)) throw new Error(JSON.stringify(loading.faults));
  const [result] = await runTest(loading.test, {
    resourceTypes: loadResourceTypes(),
    iamNames: loadIamNames(),
    version: '0.0.0',
    verify: 'all',
  });
  return result?.differences ?? ['nothing ran'];
}

test.each<[string, object, readonly string[]]>([
  ['as expected', { records: [vault, point('a', 40)], expect: 'pass' }, []],
  ['with a parameter', { records: [vault, point('a', 40)], parameters: { minDays: 41 }, expect: 'fail' }, []],
  [
    'another outcome',
    { records: [vault, point('b', 7)], expect: 'pass' },
    [`expected pass, got fail of ${b}: b of vol-0a is kept 7 days, fewer than 35`],
  ],
  ['no target, as expected', { records: [vault], expect: 'noTarget' }, []],
  ['no target', { records: [vault], expect: 'pass' }, ['expected pass, but the rule finds no target']],
  ['a target', { records: [vault, point('a', 40)], expect: 'noTarget' }, [`expected no target, got ${a}`]],
  ['each by its id', { records: [vault, point('a', 40), point('b', 7)], expect: { [a]: 'pass', [b]: 'fail' } }, []],
  [
    'one of several, and one that is not there',
    { records: [vault, point('a', 40), point('b', 7)], expect: { [a]: 'fail', c: 'pass' } },
    [
      'expected pass of c, which is no target',
      `expected no such target, got fail of ${b}: b of vol-0a is kept 7 days, fewer than 35`,
      `expected fail, got pass of ${a}`,
    ],
  ],
  ['a part of the message', { records: [vault, point('b', 7)], expect: 'fail', message: 'kept 7 days' }, []],
  [
    'another message',
    { records: [vault, point('b', 7)], expect: 'fail', message: 'kept 8 days' },
    ['expected a message with "kept 8 days", got "b of vol-0a is kept 7 days, fewer than 35"'],
  ],
])('%s', async (_, testCase, expected) => {
  expect(await differencesOf(testCase)).toEqual(expected);
});

test('what a case says was not read is a gap', async () => {
  const unread = [{ operation: 'ListRecoveryPointsByBackupVault', resource: vaultArn }];
  const records = [vault, { ...point('a', 40), Status: 'ARCHIVED', Lifecycle: { DeleteAfterDays: 7 } }];
  expect(await differencesOf({ records, unread, expect: 'unknown' })).toEqual([]);
});
