import type { FactTable } from '../fact.ts';
import { boolean, listOf, number, oneOf, string } from '../field.ts';
import { ageFacts, periodFact, placementFact } from './common.ts';

const ofPlan = {
  ...ageFacts("its plan's CreationDate", true),
  partition: { type: string, total: true, description: 'The AWS partition of its ARN: aws, aws-cn, aws-us-gov.' },
} as const satisfies FactTable;

const backupRuleFacts = {
  accountId: { type: string, total: true, description: 'The account of its plan.' },
  region: { type: string, total: true, description: 'The Region of its plan.' },
  ...ofPlan,
  periodHours: periodFact(' (absent: AWS runs it daily, cron(0 5 ? * * *))'),
  retentionDays: {
    type: number,
    total: true,
    unit: 'days',
    description: 'Lifecycle.DeleteAfterDays; absent or −1 is never: Infinity, "never" in every output.',
  },
} as const satisfies FactTable;

const destinationFacts = {
  accountId: { type: string, total: true, description: 'The account of the vault, from vaultArn.' },
  region: { type: string, total: true, description: 'The Region of the vault, from vaultArn.' },
  ...ofPlan,
  role: {
    type: oneOf(['target', 'airGappedTarget', 'copy']),
    total: true,
    description:
      'target: TargetBackupVaultName. airGappedTarget: TargetLogicallyAirGappedBackupVaultArn. copy: one of CopyActions.',
  },
  vaultArn: { type: string, total: true, description: 'The ARN of the vault, whether there is one or not.' },
  retentionDays: {
    type: number,
    total: true,
    unit: 'days',
    description:
      'Of its Lifecycle: that of the rule, or of the copy, whose absent or −1 DeleteAfterDays is inherited from the rule. Absent or −1 there is never: Infinity.',
  },
  temporary: {
    type: boolean,
    total: true,
    description:
      'It is the target beside an airGappedTarget, where points wait for their copy, or Lifecycle.DeleteAfterEvent is present.',
  },
  placement: placementFact('plan'),
} as const satisfies FactTable;

const policyStatementFacts = {
  everyone: {
    type: boolean,
    total: true,
    description: 'Principal is * or {"AWS": "*"}, or has it in a list. Unknown of NotPrincipal, unless it is *.',
  },
  everyResource: {
    type: boolean,
    total: true,
    description: 'Resource is *, or has it in a list. Unknown of NotResource, unless it is *.',
  },
  actions: {
    type: listOf(string),
    total: true,
    description:
      'What Action means, sorted, spelled as AWS does (backup:DeleteRecoveryPoint): wildcards stand for the actions of AWS Backup in data/iam-names.json, NotAction for all others of them.',
  },
} as const satisfies FactTable;

const policyConditionFacts = {
  conditionOperator: { type: string, total: true, description: 'Such as StringEquals or ForAnyValue:StringLike.' },
  conditionKey: {
    type: string,
    total: true,
    description: 'Such as aws:PrincipalOrgID, whose case AWS ignores: spelled as in data/iam-names.json.',
  },
  conditionValues: { type: listOf(string), total: true, description: 'Its values, one or several.' },
} as const satisfies FactTable;

export const partFacts = {
  backupRule: backupRuleFacts,
  destination: destinationFacts,
  policyStatement: policyStatementFacts,
  policyCondition: policyConditionFacts,
} as const;
