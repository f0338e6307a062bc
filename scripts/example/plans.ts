import type { Fields, Scope } from '../../src/inventory/record.ts';
import { daysAgo } from './clock.ts';
import {
  arnIn,
  dataFrankfurt,
  dataIreland,
  prodFrankfurt,
  prodIreland,
  sameScope,
  vaultFrankfurt,
  vaultIreland,
} from './scopes.ts';
import { seededUuid } from './seeded.ts';
import { airGappedFrankfurt, airGappedIreland, vaultArn } from './vaults.ts';

export type Plan = {
  readonly scope: Scope;
  readonly name: string;
  readonly rules: readonly Fields[];
  /** Days ago, and the hour; absent: it never ran. */
  readonly ran?: readonly [days: number, hour: number];
  readonly created: string;
};

const airGappedIn = ({ region }: Scope): string =>
  vaultArn(region === airGappedIreland.scope.region ? airGappedIreland : airGappedFrankfurt);

const copyTo = (arn: string, days: number): Fields => ({
  DestinationBackupVaultArn: arn,
  Lifecycle: { DeleteAfterDays: days },
});

const cron = { night: 'cron(0 1 ? * * *)', sunday: 'cron(0 2 ? * SUN *)', monthly: 'cron(0 3 1 * ? *)' };

/** What AWS fills where nobody says otherwise: a start within 8 hours, an end within 7 days. */
const rule = (name: string, vault: string, schedule: string, rest: Fields): Fields => ({
  RuleName: name,
  TargetBackupVaultName: vault,
  ScheduleExpression: schedule,
  ScheduleExpressionTimezone: 'Etc/UTC',
  StartWindowMinutes: 480,
  CompletionWindowMinutes: 720,
  ...rest,
});

const keep = (days: number): Fields => ({ Lifecycle: { DeleteAfterDays: days } });
const long = daysAgo(580, 9);

const weekly = (scope: Scope, vault: string, name = 'weekly'): Fields =>
  rule(name, vault, cron.sunday, { ...keep(35), CopyActions: [copyTo(airGappedIn(scope), 35)] });

const standard = (scope: Scope, vault: string): Plan => ({
  scope,
  name: 'standard',
  rules: [weekly(scope, vault)],
  ran: [5, 2],
  created: long,
});

const critical: Plan = {
  scope: prodIreland,
  name: 'critical',
  rules: [
    rule('nightly', 'prod-databases', cron.night, {
      ...keep(35),
      EnableContinuousBackup: false,
      CopyActions: [copyTo(airGappedIn(prodIreland), 35)],
    }),
  ],
  ran: [0, 1],
  created: long,
};

/** From before the lock of its vault had a minimum: every one of its jobs would fail if it had 13 days. */
const legacy: Plan = {
  scope: prodIreland,
  name: 'legacy-databases',
  rules: [rule('nightly', 'prod-databases', cron.night, keep(14))],
  ran: [0, 1],
  created: daysAgo(900, 9),
};

const archive = (scope: Scope, vault: string): Plan => ({
  scope,
  name: 'archive',
  rules: [
    rule('weekly-for-ever', vault, cron.sunday, { Lifecycle: {}, CopyActions: [copyTo(airGappedIn(scope), 365)] }),
    rule('monthly', vault, cron.monthly, { ...keep(365), CopyActions: [copyTo(airGappedIn(scope), 365)] }),
  ],
  ran: [5, 2],
  created: long,
});

const automaticEfs: Plan = {
  scope: prodIreland,
  name: 'aws/efs/automatic-backup-plan',
  rules: [rule('daily', 'aws/efs/automatic-backup-vault', 'cron(0 5 ? * * *)', keep(35))],
  ran: [0, 5],
  created: daysAgo(6, 3),
};

const staging: Plan = {
  scope: dataIreland,
  name: 'staging',
  rules: [rule('weekly', 'staging', 'cron(0 4 ? * SUN *)', keep(7))],
  ran: [5, 4],
  created: long,
};

/** Straight into the air gap: the standard vault that AWS asks for stays empty. */
const direct = (scope: Scope): Plan => ({
  scope,
  name: 'standard',
  rules: [
    rule('weekly', 'Default', cron.sunday, { ...keep(35), TargetLogicallyAirGappedBackupVaultArn: airGappedIn(scope) }),
  ],
  ran: [5, 2],
  created: daysAgo(22, 9),
});

const dataInFrankfurt: Plan = {
  ...standard(dataFrankfurt, 'data-frankfurt'),
  rules: [weekly(dataFrankfurt, 'data-frankfurt'), weekly(dataFrankfurt, 'analytics', 'weekly-analytics')],
};

const plans: readonly Plan[] = [
  standard(prodFrankfurt, 'prod-frankfurt'),
  critical,
  standard(prodIreland, 'prod-daily'),
  legacy,
  archive(prodIreland, 'prod-daily'),
  automaticEfs,
  dataInFrankfurt,
  standard(dataIreland, 'data-platform'),
  archive(dataIreland, 'data-platform'),
  staging,
  direct(vaultFrankfurt),
  direct(vaultIreland),
];

export const planId = ({ scope, name }: Pick<Plan, 'scope' | 'name'>): string =>
  seededUuid(`plan/${scope.accountId}/${scope.region}/${name}`);
export const planArn = (plan: Plan): string => arnIn(plan.scope, 'backup', `backup-plan:${planId(plan)}`);

const planFields = (plan: Plan): Fields => ({
  BackupPlanArn: planArn(plan),
  BackupPlanId: planId(plan),
  CreationDate: plan.created,
  VersionId: seededUuid(`version/${planArn(plan)}`),
  ...(plan.ran === undefined ? {} : { LastExecutionDate: daysAgo(...plan.ran) }),
  BackupPlan: {
    BackupPlanName: plan.name,
    Rules: plan.rules.map((each) => ({ ...each, RuleId: seededUuid(`rule/${planArn(plan)}/${each.RuleName}`) })),
  },
});

export const plansIn = (scope: Scope): readonly Plan[] => plans.filter((plan) => sameScope(plan.scope, scope));
export const planRecordsIn = (scope: Scope): readonly Fields[] => plansIn(scope).map(planFields);
