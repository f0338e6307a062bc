import { expect, test } from 'vitest';
import { checked, ruleText } from './checked-text.ts';
import {
  advice,
  all,
  any,
  days,
  is,
  type Members,
  number,
  of,
  parameter,
  part,
  resource,
  since,
  some,
  sound,
} from './sketch.ts';

/** Rules of the catalogue that judge other things, and what is said of rules that this version cannot carry yet. */
test.each<[string, Members]>([
  [
    'BKP005',
    {
      target: '"backupJob"',
      parameters: '{ "allow": { "type": "list", "default": ["SUCCESS"], "description": "It." } }',
      when: all(is('State', '"COMPLETED"'), is('MessageCategory', 'true', 'exists')),
      require: all(is('MessageCategory', parameter('allow'), 'in')),
    },
  ],
  [
    'BKP008',
    {
      when: all(is('continuous', 'true'), is('Status', '"STOPPED"')),
      require: all(
        `{ ${of('min', 'resource.recoveryPoints', all(is('continuous', 'true'), is('usable', 'true')), '"fact": "ageDays",')}, "operator": "lessThan", "value": { "fact": "ageDays" } }`,
      ),
    },
  ],
  ['BKP010', { when: all(is('composite', 'true')), require: all(is('Status', '"PARTIAL"', 'notEqual')) }],
  [
    'BKP011',
    {
      target: '"regionSettings"',
      require: all(
        '{ "fact": "optedInTypes", "operator": "everyValue:contains", "value": { "fact": "values", "params": { "of": "scope.protectedResources", "fact": "ResourceType" } } }',
      ),
      message: '"{{target}}"',
    },
  ],
  [
    'BKP102',
    {
      parameters: `{ ${number('minDays', 35)} }`,
      when: all(...sound, is('continuous', 'false'), is('mirrored', 'false')),
      require: all(is('retentionDays', parameter('minDays'), 'greaterThanInclusive')),
    },
  ],
  [
    'BKP115',
    {
      parameters: `{ ${number('maxAgeHours', 48)} }`,
      facts: '{ "lastCopy": { "fact": "newest", "params": { "of": "copyJobs" } } }',
      when: all(is('temporary', 'true')),
      require: all(since('hours', 'CreationDate', '', parameter('maxAgeHours'))),
      message: `[{ "when": ${all(part('lastCopy', 'State', '"FAILED"'))}, "text": "{{target}} waits since {{CreationDate}}: {{lastCopy.StatusMessage}}" }, { "text": "{{target}} waits" }]`,
    },
  ],
  [
    'BKP202',
    {
      target: '"backupVault"',
      parameters: '{ "exempt": { "type": "list", "default": ["Default"], "description": "It." } }',
      when: all(
        is('vaultType', '"RESTORE_ACCESS_BACKUP_VAULT"', 'notEqual'),
        `{ "not": ${is('BackupVaultName', parameter('exempt'), 'someValue:matches')} }`,
      ),
      require: all(is('lockState', '"compliance"')),
      message: '"{{target}}"',
    },
  ],
  [
    'BKP203',
    {
      target: '"backupVault"',
      parameters: `{ ${number('warnDays', 7)} }`,
      when: all(is('lockState', '"coolingOff"')),
      require: any(
        `{ "fact": "days", "params": { "from": "asOf", "to": "LockDate" }, "operator": "greaterThan", "value": ${parameter('warnDays')} }`,
        `{ ${of('count', 'recoveryPoints', all(is('neverExpires', 'true')))}, "operator": "equal", "value": 0 }`,
      ),
      message: '"{{target}}"',
    },
  ],
  [
    'BKP210',
    {
      target: '"backupVault"',
      when: all(is('vaultType', '"LOGICALLY_AIR_GAPPED_BACKUP_VAULT"'), is('keyAccountId', 'true', 'exists')),
      require: all(is('keyAccountId', 'true', 'exists'), is('keyAccountId', '{ "fact": "accountId" }', 'notEqual')),
      message: '"{{target}}"',
    },
  ],
  ['BKP314', { when: all(...sound), require: all(is('scanVerdict', '"threats"', 'notEqual')) }],
  [
    'BKP308',
    {
      target: resource,
      when: all(part('supports', 'crossRegionCopy', 'true')),
      require: all(some('recoveryPoints', all(...sound))),
    },
  ],
  [
    'BKP405',
    {
      target: '"restoreJob"',
      parameters: days,
      when: all(is('RecoveryPointCreationDate', 'true', 'exists')),
      require: all(since('days', 'RecoveryPointCreationDate', ', "to": "CompletionDate"', parameter('maxAgeDays'))),
      message: '"{{target}}"',
    },
  ],
  [
    'BKP407',
    {
      target: '"restoreJob"',
      parameters: `{ ${number('graceHours', 72)} }`,
      facts: '{ "hoursSince": { "fact": "hours", "params": { "from": "CompletionDate" } } }',
      require: any(
        is('DeletionStatus', '"SUCCESSFUL"'),
        all(
          any(is('DeletionStatus', 'false', 'exists'), is('DeletionStatus', '"FAILED"', 'notEqual')),
          is('hoursSince', parameter('graceHours'), 'lessThanInclusive'),
        ),
      ),
      message: '"{{target}}"',
    },
  ],
  [
    'BKP001',
    {
      target: '["protectedResource", "listedResource"]',
      require: all(some('selections.plan.rules', all(part('plan', 'DeletionDate', 'false', 'exists')))),
    },
  ],
  [
    'BKP408',
    {
      target: resource,
      when: all(part('supports', 'restoreTesting', 'true')),
      require: all(some('restoreTestingSelections.plan', all(is('ScheduleExpression', 'true', 'exists')))),
    },
  ],
  [
    'BKP503',
    {
      target: '["backupVault", "backupPlan", "reportPlan", "recoveryPoint", "framework", "protectedResource"]',
      parameters: '{ "keys": { "type": "list", "default": ["owner"], "description": "It." } }',
      require: all(is('tagKeys', parameter('keys'), 'everyValue:contains')),
      message: '"{{target}}"',
    },
  ],
  [
    'an owner by name',
    {
      target: '"recoveryPoint"',
      require: all(
        `{ "fact": "vault", "path": "$.tags['owner']", "operator": "exists", "value": true }`,
        `{ "fact": "tags", "path": "$['cost-center']", "operator": "matches", "value": "CC-*" }`,
      ),
      message: '"{{target}}"',
    },
  ],
])('%s is carried', async (_, members) => {
  expect(await checked(ruleText(members), 'shipped')).toMatchObject({ faults: [], warnings: [] });
});

const sameAs = (field: string) => is(field, `{ "fact": "target", "path": "$.${field}" }`);

test.each<[string, Members, readonly string[]]>([
  [
    'BKP309',
    {
      target: '"copyJob"',
      message: '"{{target}}"',
      require: all(
        `{ ${of('min', 'resource.copyJobs', all(sameAs('SourceRecoveryPointArn')), '"fact": "ageDays",')}, "operator": "lessThan", "value": { "fact": "ageDays" } }`,
      ),
    },
    [`the value "target.SourceRecoveryPointArn" may be absent, and absent equals absent: ${advice}`],
  ],
])('%s is refused, with the reason', async (_, members, messages) => {
  const { faults } = await checked(ruleText(members), 'shipped');
  expect(faults.map((fault) => fault.replace(/^rule\.json:\d+:\d+: /, ''))).toEqual(messages);
});
