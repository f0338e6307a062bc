import type { Fields } from '../../src/inventory/record.ts';
import { resourceArn } from './arns.ts';
import { laterByMinutes } from './clock.ts';
import { type Plan, planArn, planId } from './plans.ts';
import { resources } from './resources.ts';
import { schedules } from './schedules.ts';
import { arnIn, sameScope } from './scopes.ts';
import { seededUuid } from './seeded.ts';

/** The tag by which most of ACME's resources choose their plan. */
export const planTag = 'backup';

const byTag = (value: string): Fields => ({
  ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: planTag, ConditionValue: value }],
});

/** Databases that must not be forgotten are named, whatever tags they have. */
const byName = (plan: Plan): Fields => ({
  Resources: resources
    .filter(({ schedule, scope }) => schedules[schedule].plan === plan.name && sameScope(scope, plan.scope))
    .filter(({ schedule }) => schedule !== 'retired')
    .map(resourceArn),
});

const chosenBy: { readonly [plan: string]: (plan: Plan) => Fields } = {
  critical: byName,
  'legacy-databases': byName,
  'aws/efs/automatic-backup-plan': () => ({
    Resources: ['arn:aws:elasticfilesystem:*:*:file-system/*'],
    Conditions: {
      StringEquals: [
        { ConditionKey: 'aws:ResourceTag/aws:elasticfilesystem:default-backup', ConditionValue: 'enabled' },
      ],
    },
  }),
  staging: () => ({
    Resources: ['*'],
    Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/environment', ConditionValue: 'staging' }] },
  }),
};

export function selectionsOf(plan: Plan): readonly Fields[] {
  const chosen = (chosenBy[plan.name] ?? (({ name }: Plan) => byTag(name)))(plan);
  return [
    {
      SelectionId: seededUuid(`selection/${planArn(plan)}`),
      BackupPlanId: planId(plan),
      CreationDate: laterByMinutes(plan.created, 5),
      BackupSelection: {
        SelectionName: plan.name.replaceAll('/', '-'),
        IamRoleArn: arnIn({ ...plan.scope, region: '' }, 'iam', 'role/service-role/AWSBackupDefaultServiceRole'),
        ...chosen,
      },
    },
  ];
}
