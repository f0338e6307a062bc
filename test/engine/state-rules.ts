import type { ActiveRule, Condition, Reference, Rule } from '../../src/rules/rule.ts';
import { ownRule } from './own-rule.ts';

type All = { readonly all: readonly Condition[] };

const count = (of: string, where: Condition): Reference => ({ fact: 'count', params: { of, where } });
const exists = (fact: string, value = true): All => ({ all: [{ fact, operator: 'exists', value }] });
const none = (of: string, where: Condition): All => ({
  all: [{ ...count(of, where), operator: 'equal', value: 0 }],
});
const some = (of: string, where: Condition): Condition => ({
  all: [{ ...count(of, where), operator: 'greaterThanInclusive', value: 1 }],
});
const is = (fact: string, value: unknown): All => ({ all: [{ fact, operator: 'equal', value }] });

const hasRule: Condition = {
  all: [{ fact: 'BackupPlan', path: '$.Rules.length', operator: 'greaterThanInclusive', value: 1 }],
};
const scanned: Condition = {
  all: [
    { fact: 'verdict', operator: 'equal', value: 'clean' },
    { fact: 'ageDays', operator: 'lessThanInclusive', value: 20 },
  ],
};
const ofAll: Condition = {
  all: [{ fact: 'BackupSelection', path: '$.Resources', operator: 'contains', value: '*' }],
};

const open: All = {
  all: [...is('everyone', true).all, { fact: 'actions', operator: 'contains', value: 'backup:DeleteRecoveryPoint' }],
};
const denied: Condition = {
  all: [...is('Effect', 'Deny').all, ...open.all, ...none('conditions', exists('conditionKey')).all],
};
const lasts: Condition = {
  all: [
    { fact: 'periodHours', operator: 'lessThanInclusive', value: 24 },
    { fact: 'retentionDays', operator: 'greaterThanInclusive', value: 35 },
  ],
};
const fitsLock: Condition = {
  all: [
    ...exists('vault').all,
    { fact: 'retentionDays', operator: 'greaterThanInclusive', value: { fact: 'vault', path: '$.lockMinDays' } },
    { fact: 'retentionDays', operator: 'lessThanInclusive', value: { fact: 'vault', path: '$.lockMaxDays' } },
  ],
};
const vaultTypes = (of: string): Reference => ({ fact: 'values', params: { of, fact: 'vaultType' } });
const testsAll: Condition = {
  all: [{ ...vaultTypes('vaults'), operator: 'everyValue:contains', value: vaultTypes('scope.backupVaults') }],
};

const rules: readonly Partial<Rule>[] = [
  { target: 'backupPlan', when: { all: [{ fact: 'ageDays', operator: 'lessThan', value: 60 }] }, require: hasRule },
  { target: 'backupSelection', require: exists('BackupSelection') },
  { target: 'restoreTestingSelection', require: exists('ProtectedResourceArns', false) },
  {
    target: 'scanJob',
    require: { all: [{ fact: 'recoveryPoint', path: '$.usable', operator: 'equal', value: true }] },
  },
  { target: 'backupVault', require: exists('Policy') },
  { target: 'protectedResource', require: some('scanJobs', scanned) },
  { target: 'scope', require: some('backupPlans', hasRule) },
  { target: 'scope', require: some('backupSelections', ofAll) },
  { target: 'scope', require: none('backupSelections', is('BackupPlanId', 'weekly')) },
  { target: 'scope', require: none('restoreTestingSelections', is('RestoreTestingPlanName', 'monthly')) },
  { target: 'scope', require: none('backupVaults', exists('Policy', false)) },
  { target: ['protectedResource', 'listedResource'], require: some('selections', exists('SelectionId')) },
  { target: 'protectedResource', require: none('selections', is('BackupPlanId', 'weekly')) },
  { target: 'protectedResource', require: some('restoreTestingSelections', exists('RestoreTestingPlanName')) },
  { target: 'listedResource', require: { all: [{ fact: 'tagKeys', operator: 'contains', value: 'owner' }] } },
  {
    target: ['protectedResource', 'listedResource', 'backupVault'],
    require: { all: [{ fact: 'tags', path: "$['backup']", operator: 'equal', value: 'daily' }] },
  },
  { target: ['protectedResource', 'listedResource'], require: exists('ResourceName', false) },
  {
    target: ['protectedResource', 'listedResource'],
    require: { all: [{ fact: 'supports', path: '$.airGappedVault', operator: 'equal', value: true }] },
  },
  { target: 'backupPlan', require: some('rules', lasts) },
  { target: 'backupPlan', require: some('selections', ofAll) },
  { target: 'backupRule', when: some('destinations', is('role', 'copy')), require: lasts },
  { target: 'backupRule', require: none('destinations', is('placement', 'crossAccount')) },
  { target: 'destination', require: exists('vault') },
  { target: 'destination', when: is('temporary', false), require: fitsLock },
  { target: 'backupSelection', require: exists('plan') },
  { target: 'backupSelection', require: some('plan.rules', is('TargetBackupVaultName', 'main')) },
  { target: 'restoreTestingSelection', require: exists('plan') },
  { target: 'restoreTestingPlan', require: some('selections', is('ProtectedResourceType', 'EBS')) },
  { target: 'restoreTestingPlan', require: testsAll },
  { target: 'backupVault', require: some('policyStatements', denied) },
  { target: 'backupVault', require: none('policyStatements', { all: [...is('Effect', 'Allow').all, ...open.all] }) },
  { target: 'scope', require: none('backupRules', is('retentionDays', Number.POSITIVE_INFINITY)) },
  { target: 'scope', require: some('backupSelections.plan.rules.destinations.vault', is('Locked', true)) },
  { target: 'scope', require: none('backupVaults.policyStatements', open) },
];

/** Rules about plans, selections, scan jobs and vault policies, which no shipped rule judges yet. */
export const stateRules: readonly ActiveRule[] = rules.map((rule, index) => ownRule({ id: `OWN-${index}`, ...rule }));
