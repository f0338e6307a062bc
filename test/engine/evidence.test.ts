import { describe, expect, test } from 'vitest';
import { judge } from '../../src/engine/compiler.ts';
import { evidenceOf } from '../../src/engine/evidence.ts';
import { explain } from '../../src/engine/explain.ts';
import { ruleContext } from '../../src/engine/rule-context.ts';
import type { AwsRecord, Coverage } from '../../src/inventory/record.ts';
import type { Condition } from '../../src/rules/rule.ts';
import { line, point, resource, shard, vault, vaultArn } from './estate.ts';
import { itemOf, worldOf } from './fact-value.ts';
import { ownRule } from './own-rule.ts';

const yes: Condition = { fact: 'ResourceType', operator: 'equal', value: 'EBS' };
const no: Condition = { fact: 'ResourceType', operator: 'equal', value: 'S3' };
const open: Condition = { fact: 'count', params: { of: 'restoreJobs' }, operator: 'equal', value: 0 };

function contextOf(records: readonly AwsRecord[] = [], coverage: readonly Coverage[] = []) {
  const world = worldOf([shard({ records: [resource(), vault('main'), ...records], coverage })]);
  return ruleContext(ownRule({}), itemOf(world, 'protectedResource'), world);
}
const denied = [line('ListRestoreJobs', 'denied')];

describe('the leaves that decided, in rule order', () => {
  test.each<[string, Condition, boolean | null, readonly string[]]>([
    ['all true: all', { all: [yes, yes] }, true, ['/all/0', '/all/1']],
    ['all false: those that are false', { all: [yes, no, open, no] }, false, ['/all/1', '/all/3']],
    ['all unknown: those that are unknown', { all: [yes, open] }, null, ['/all/1']],
    ['any true: those that are true', { any: [no, yes, open] }, true, ['/any/1']],
    ['any false: all', { any: [no, no] }, false, ['/any/0', '/any/1']],
    ['any unknown: those that are unknown', { any: [no, open] }, null, ['/any/1']],
    ['not', { not: yes }, false, ['/not']],
    ['not unknown', { not: open }, null, ['/not']],
    ['nested', { all: [{ any: [no, yes] }, { not: { all: [yes, no] } }] }, true, ['/all/0/any/1', '/all/1/not/all/1']],
  ])('%s', (_, condition, holds, leaves) => {
    const context = contextOf([], denied);
    const explained = explain(condition, '', context);
    expect([explained.holds, explained.decisive.map(({ at }) => at)]).toEqual([holds, leaves]);
    expect(judge(condition, context).holds).toBe(holds);
  });
});

describe('what each shows', () => {
  const shown = (condition: Condition, coverage: readonly Coverage[] = [], records: readonly AwsRecord[] = []) => {
    const [evidence] = evidenceOf(explain(condition, '/require', contextOf(records, coverage)).decisive);
    return evidence;
  };
  const count = (of: string, value: unknown): Condition => ({
    fact: 'count',
    params: { of },
    operator: 'greaterThanInclusive',
    value,
  });
  const points = line('ListRecoveryPointsByBackupVault', 'denied', { resource: vaultArn('main') });

  test('a leaf with a path', () => {
    expect(shown({ fact: 'scope', path: '$.region', operator: 'equal', value: 'eu-west-1' })).toEqual({
      at: '/require',
      fact: 'scope',
      path: '$.region',
      operator: 'equal',
      expected: 'eu-west-1',
      actual: 'eu-west-1',
      holds: true,
    });
  });

  test('what is absent is left out', () => {
    expect(shown({ fact: 'ResourceName', operator: 'exists', value: true })).toEqual({
      at: '/require',
      fact: 'ResourceName',
      operator: 'exists',
      expected: true,
      holds: false,
    });
  });

  test.each<[string, Condition, readonly Coverage[], readonly AwsRecord[], unknown, boolean | null]>([
    ['unread', count('restoreJobs', 1), denied, [], 'unread', null],
    [
      'a number not known that still decides: the end that does',
      count('recoveryPoints', 1),
      [points],
      [point('1', { BackupVaultArn: vaultArn('other') })],
      1,
      true,
    ],
    [
      'the last backup at the latest',
      { fact: 'daysSinceLastBackup', operator: 'lessThan', value: 5 },
      [points],
      [],
      2,
      true,
    ],
    ['a record is its id', { fact: 'scope', operator: 'exists', value: true }, [], [], '111122223333/eu-west-1', true],
    [
      'never',
      { fact: 'min', params: { of: 'recoveryPoints', fact: 'retentionDays' }, operator: 'lessThan', value: 9 },
      [line('ListCopyJobs', 'notAvailable')],
      [],
      'never',
      false,
    ],
    [
      'a value AWS added since',
      { fact: 'newest', params: { of: 'recoveryPoints', fact: 'Status' }, operator: 'equal', value: 'COMPLETED' },
      [],
      [point('1', { Status: 'ARCHIVED' })],
      'ARCHIVED',
      null,
    ],
    [
      'read, but not known',
      { fact: 'newest', params: { of: 'recoveryPoints', fact: 'usable' }, operator: 'equal', value: true },
      [],
      [point('1', { Status: 'ARCHIVED' })],
      'unknown',
      null,
    ],
  ])('%s', (_, condition, coverage, records, actual, holds) => {
    const evidence = shown(condition, coverage, records);
    expect([evidence?.actual, evidence?.holds]).toEqual([actual, holds]);
  });
});
