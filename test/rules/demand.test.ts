import { expect, test } from 'vitest';
import { factsOf, operationsOf } from '../../src/rules/demand.ts';
import type { Condition, Reference, Rule } from '../../src/rules/rule.ts';
import { loadedRule } from './loaded-rule.ts';

const ruleOf = (members: Partial<Rule>): Rule => ({ ...loadedRule('ACME-1', 'mine').rule, ...members });
const leaf = (reference: Reference): Condition => ({ all: [{ ...reference, operator: 'exists', value: true }] });
const count = (of: string, where?: Condition): Reference => ({
  fact: 'count',
  params: { of, ...(where === undefined ? {} : { where }) },
});

const points = ['ListBackupVaults', 'ListRecoveryPointsByBackupVault'];
const resources = ['ListBackupVaults', 'ListProtectedResources', 'ListRecoveryPointsByBackupVault'];
const at = (path: string) => ({ path: `$.${path}` });

test.each<[string, Partial<Rule>, readonly string[]]>([
  ['a point by itself', {}, points],
  ['a scope and whether it is complete', { target: 'scope', require: leaf({ fact: 'complete' }) }, []],
  ['a resource', { target: 'protectedResource', require: leaf({ fact: 'daysSinceLastBackup' }) }, resources],
  [
    'several kinds',
    { target: ['backupVault', 'copyJob'], require: leaf({ fact: 'region' }) },
    ['ListBackupVaults', 'ListCopyJobs'],
  ],
  ['its tags', { require: leaf({ fact: 'vault', ...at("tags['owner']") }) }, ['GetResources', ...points]],
  ['what was listed', { target: 'listedResource', require: leaf({ fact: 'region' }) }, ['GetResources', ...resources]],
  [
    'selections that cover it',
    { target: 'protectedResource', require: leaf(count('selections')) },
    [
      ...['DescribeRegionSettings', 'GetBackupSelection', 'GetResources', 'ListBackupPlans', 'ListBackupSelections'],
      ...resources,
    ],
  ],
  [
    'restore testing selections that cover it',
    { target: 'protectedResource', require: leaf(count('restoreTestingSelections')) },
    [
      ...['GetResources', 'GetRestoreTestingSelection', ...resources],
      ...['ListRestoreTestingPlans', 'ListRestoreTestingSelections'],
    ],
  ],
  ['a job', { target: 'backupJob', require: leaf({ fact: 'State' }) }, ['ListBackupJobs']],
  [
    'a fact that reads more',
    { target: 'restoreJob', require: leaf({ fact: 'resourceArn' }) },
    ['ListBackupVaults', 'ListRecoveryPointsByBackupVault', 'ListRestoreJobs'],
  ],
  [
    'a field that its list does not return',
    { require: leaf({ fact: 'StorageClass' }) },
    ['DescribeRecoveryPoint', ...points],
  ],
  [
    'such a field of a related record',
    { require: leaf({ fact: 'vault', ...at('Policy') }) },
    ['GetBackupVaultAccessPolicy', ...points],
  ],
  [
    'such a field further on',
    { target: 'scanJob', require: leaf({ fact: 'recoveryPoint', ...at('resource.LatestRestoreJobCreationDate') }) },
    ['DescribeProtectedResource', ...resources, 'ListScanJobs'],
  ],
  [
    'such a field in a where',
    { target: 'scope', require: leaf(count('backupSelections', leaf({ fact: 'BackupSelection' }))) },
    ['GetBackupSelection', 'ListBackupPlans', 'ListBackupSelections'],
  ],
  [
    'a selection by itself',
    { target: 'restoreTestingSelection', require: leaf({ fact: 'IamRoleArn' }) },
    ['ListRestoreTestingPlans', 'ListRestoreTestingSelections'],
  ],
  [
    'the rules of a plan',
    { target: 'backupPlan', require: leaf(count('rules')) },
    ['GetBackupPlan', 'ListBackupPlans'],
  ],
  [
    'a rule of a plan',
    { target: 'backupRule', require: leaf({ fact: 'periodHours' }) },
    ['GetBackupPlan', 'ListBackupPlans'],
  ],
  [
    'a vault that it writes to',
    { target: 'destination', require: leaf({ fact: 'vault', ...at('lockState') }) },
    ['GetBackupPlan', 'ListBackupPlans', 'ListBackupVaults'],
  ],
  [
    'how many selections a plan has',
    { target: 'backupPlan', require: leaf(count('selections')) },
    ['ListBackupPlans', 'ListBackupSelections'],
  ],
  [
    'what they select',
    { target: 'backupPlan', require: leaf(count('selections', leaf({ fact: 'BackupSelection' }))) },
    ['GetBackupSelection', 'ListBackupPlans', 'ListBackupSelections'],
  ],
  [
    'a path through plans',
    { target: 'scope', require: leaf(count('backupSelections.plan.rules.destinations')) },
    ['GetBackupPlan', 'ListBackupPlans', 'ListBackupSelections'],
  ],
  [
    'the policy of a vault',
    { target: 'backupVault', require: leaf(count('policyStatements', leaf(count('conditions')))) },
    ['GetBackupVaultAccessPolicy', 'ListBackupVaults'],
  ],
  [
    'the vaults of a restore testing plan',
    { target: 'restoreTestingPlan', require: leaf(count('vaults')) },
    ['GetRestoreTestingPlan', 'ListBackupVaults', 'ListRestoreTestingPlans'],
  ],
  [
    'its selections',
    { target: 'restoreTestingPlan', require: leaf(count('selections')) },
    ['ListRestoreTestingPlans', 'ListRestoreTestingSelections'],
  ],
  ['one member of supports', { require: leaf({ fact: 'supports', ...at('restoreTesting') }) }, points],
  [
    'the other one',
    { require: leaf({ fact: 'supports', ...at('airGappedVault') }) },
    ['DescribeRegionSettings', ...points],
  ],
  ['supports as a whole', { require: leaf({ fact: 'supports' }) }, ['DescribeRegionSettings', ...points]],
  [
    'a member of it through a relation',
    { target: 'copyJob', require: leaf({ fact: 'recoveryPoint', ...at('supports.airGappedVault') }) },
    ['DescribeRegionSettings', 'ListBackupVaults', 'ListCopyJobs', 'ListRecoveryPointsByBackupVault'],
  ],
  ['a relation in of', { target: 'backupVault', require: leaf(count('recoveryPoints')) }, points],
  ['a path of relations', { require: leaf(count('resource.restoreJobs')) }, [...resources, 'ListRestoreJobs']],
  [
    'a where',
    { target: 'backupVault', require: leaf(count('recoveryPoints', leaf(count('copyJobs')))) },
    ['ListBackupVaults', 'ListCopyJobs', 'ListRecoveryPointsByBackupVault'],
  ],
  [
    'the fact of an aggregate',
    { target: 'backupVault', require: leaf({ fact: 'max', params: { of: 'recoveryPoints', fact: 'StorageClass' } }) },
    ['DescribeRecoveryPoint', ...points],
  ],
  [
    'the operand of a function',
    {
      target: 'copyJob',
      require: leaf({ fact: 'days', params: { from: { fact: 'resource', ...at('LastBackupTime') } } }),
    },
    ['ListBackupVaults', 'ListCopyJobs', 'ListProtectedResources', 'ListRecoveryPointsByBackupVault'],
  ],
  [
    'the value',
    {
      target: 'backupVault',
      require: { all: [{ fact: 'lockMinDays', operator: 'lessThan', value: count('recoveryPoints') }] },
    },
    points,
  ],
  ['when', { when: leaf(count('copyJobs')) }, ['ListBackupVaults', 'ListCopyJobs', 'ListRecoveryPointsByBackupVault']],
  [
    'a named fact',
    { facts: { copies: count('copyJobs') } },
    ['ListBackupVaults', 'ListCopyJobs', 'ListRecoveryPointsByBackupVault'],
  ],
  [
    'what is asked of a named fact',
    {
      target: 'backupVault',
      facts: { last: { fact: 'newest', params: { of: 'recoveryPoints' } } },
      require: leaf({ fact: 'last', ...at('ScanResults') }),
    },
    ['DescribeRecoveryPoint', ...points],
  ],
  [
    'the message',
    { message: [{ when: leaf(count('copyJobs')), text: '{{StorageClass}}' }, { text: '' }] },
    ['DescribeRecoveryPoint', 'ListBackupVaults', 'ListCopyJobs', 'ListRecoveryPointsByBackupVault'],
  ],
  ['not', { require: { not: leaf({ fact: 'placement' }) } }, resources],
  [
    'the target from within where',
    { target: 'copyJob', require: leaf(count('resource.copyJobs', leaf({ fact: 'target', ...at('recoveryPoint') }))) },
    ['ListBackupVaults', 'ListCopyJobs', 'ListProtectedResources', 'ListRecoveryPointsByBackupVault'],
  ],
])('%s', (_, members, operations) => {
  expect(operationsOf(ruleOf(members))).toEqual(operations);
});

test('the facts of a rule, by kind, sorted; functions, parameters and named facts are none', () => {
  const rule = ruleOf({
    facts: { last: { fact: 'newest', params: { of: 'copyJobs', where: leaf({ fact: 'State' }) } } },
    require: {
      all: [{ fact: 'last', path: '$.ageDays', operator: 'lessThan', value: { fact: 'vault', path: '$.lockMinDays' } }],
    },
    message: '{{target}} {{region}}',
  });
  expect(factsOf(rule)).toEqual([
    'backupVault.lockMinDays',
    'copyJob.State',
    'copyJob.ageDays',
    'recoveryPoint.region',
    'recoveryPoint.vault',
  ]);
});
