import type { ActiveRule, Condition, Reference, Rule } from '../../src/rules/rule.ts';
import { ownRule } from './own-rule.ts';

const count = (of: string, where: Condition): Reference => ({ fact: 'count', params: { of, where } });
const exists = (fact: string, value = true): Condition => ({ all: [{ fact, operator: 'exists', value }] });
const none = (of: string, where: Condition): Condition => ({
  all: [{ ...count(of, where), operator: 'equal', value: 0 }],
});
const some = (of: string, where: Condition): Condition => ({
  all: [{ ...count(of, where), operator: 'greaterThanInclusive', value: 1 }],
});
const is = (fact: string, value: unknown): Condition => ({ all: [{ fact, operator: 'equal', value }] });

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
];

/** Rules about plans, selections, scan jobs and vault policies, which no shipped rule judges yet. */
export const stateRules: readonly ActiveRule[] = rules.map((rule, index) => ownRule({ id: `OWN-${index}`, ...rule }));
