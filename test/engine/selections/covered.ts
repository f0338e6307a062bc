import { coveredByBackup } from '../../../src/engine/selections/backup-selection.ts';
import type { Membership } from '../../../src/engine/selections/membership.ts';
import type { AwsRecord, Coverage, Fields } from '../../../src/inventory/record.ts';
import { line, record, shard } from '../estate.ts';
import { itemOf, worldOf } from '../fact-value.ts';
import { backupPlan, backupSelection } from '../state-records.ts';

export const arns = {
  EBS: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a',
  EC2: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a',
  RDS: 'arn:aws:rds:eu-west-1:111122223333:db:crm',
  Aurora: 'arn:aws:rds:eu-west-1:111122223333:cluster:ledger',
  Neptune: 'arn:aws:rds:eu-west-1:111122223333:cluster:graph',
  DynamoDB: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
  EFS: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a',
  FSx: 'arn:aws:fsx:eu-west-1:111122223333:file-system/fs-0b',
  S3: 'arn:aws:s3:::invoices',
} as const;

export type Situation = {
  /** Its resource is tagged so; `unread`: nobody read the tags. */
  readonly tags?: { readonly [key: string]: string } | 'unread';
  /** Types that the Region is not opted in to; `unread`: nobody read the settings. */
  readonly optedOut?: readonly string[] | 'unread';
  readonly planId?: string;
};

const everyType = Object.keys(arns);

function recordsOf(
  type: keyof typeof arns,
  { tags = {}, optedOut = [], planId = 'nightly' }: Situation,
  selection: Fields,
) {
  const preference = everyType.map((name) => [name, optedOut !== 'unread' && !optedOut.includes(name)] as const);
  const records: AwsRecord[] = [
    record('protectedResource', { ResourceArn: arns[type], ResourceType: type }),
    backupPlan(planId),
    backupSelection('s-1', planId, { BackupSelection: selection }),
    record('regionSettings', {
      ResourceTypeOptInPreference: Object.fromEntries(preference),
      ResourceTypeManagementPreference: {},
    }),
  ];
  if (tags !== 'unread' && Object.keys(tags).length > 0)
    records.push(record('listedResource', { ResourceArn: arns[type], Tags: tags }));
  return records.filter(({ kind }) => kind !== 'regionSettings' || optedOut !== 'unread');
}

/** What a selection makes of a resource of a type. */
export function covered(type: keyof typeof arns, selection: Fields, situation: Situation = {}): Membership {
  const coverage: Coverage[] = [
    ...(situation.tags === 'unread' ? [line('GetResources', 'denied')] : []),
    ...(situation.optedOut === 'unread' ? [line('DescribeRegionSettings', 'denied')] : []),
  ];
  const world = worldOf([shard({ records: recordsOf(type, situation, selection), coverage })]);
  return coveredByBackup(itemOf(world, 'protectedResource'), itemOf(world, 'backupSelection'), world);
}
