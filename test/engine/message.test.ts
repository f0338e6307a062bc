import { describe, expect, test } from 'vitest';
import { messageOf } from '../../src/engine/message.ts';
import { ruleContext } from '../../src/engine/rule-context.ts';
import type { Coverage } from '../../src/inventory/record.ts';
import type { Message } from '../../src/rules/rule.ts';
import { daysAgo, line, resource, restoreJob, shard } from './estate.ts';
import { itemOf, worldOf } from './fact-value.ts';
import { ownRule } from './own-rule.ts';

const rule = ownRule(
  { facts: { last: { fact: 'newest', params: { of: 'restoreJobs' } } } },
  { maxDays: 30, limit: Infinity, types: ['EBS', 'S3'] },
);

function text(message: Message, coverage: readonly Coverage[] = []): string {
  const records = [resource({ LastBackupTime: daysAgo(2.04) }), restoreJob('a', { Status: 'FAILED' })];
  const world = worldOf([shard({ records, coverage })]);
  return messageOf(message, ruleContext(rule, itemOf(world, 'protectedResource'), world));
}

describe('placeholders', () => {
  test.each<[string, string]>([
    ['{{target}} fails', 'vol-0a fails'],
    ['{{ target }}', 'vol-0a'],
    ['at most {{maxDays}} of {{types}}, {{limit}}', 'at most 30 of EBS, S3, never'],
    ['{{accountId}} {{ResourceType}}', '111122223333 EBS'],
    ['{{daysSinceLastBackup}} days', '2 days'],
    ['{{last.Status}} on {{last.date}}', 'FAILED on 2026-11-17T06:00:00Z'],
    ['{{last.CreatedBy.RestoreTestingPlanArn}}', 'arn:aws:backup:eu-west-1:111122223333:restore-testing-plan:weekly'],
    ['{{last.StatusMessage}}', '(none)'],
    ['{not one} {{}}', '{not one} {{}}'],
    ['{{target}} {{target}}', 'vol-0a vol-0a'],
  ])('%s', (message, expected) => {
    expect(text(message)).toBe(expected);
  });
});

describe('of a list the first text that holds', () => {
  const failed = { fact: 'last', path: '$.Status', operator: 'equal', value: 'FAILED' };
  const message: Message = [
    { when: { fact: 'last', operator: 'exists', value: false }, text: 'never' },
    { when: failed, text: 'failed' },
    { text: 'else' },
  ];

  test('in order', () => {
    expect(text(message)).toBe('failed');
    expect(text([{ text: 'first' }, ...message])).toBe('first');
  });

  test('nothing unread is claimed', () => {
    expect(text(message, [line('ListRestoreJobs', 'denied')])).toBe('else');
    expect(text('{{last.Status}}', [line('ListRestoreJobs', 'denied')])).toBe('(not known)');
  });
});
