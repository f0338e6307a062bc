import { expect, test } from 'vitest';
import { coveredByTest } from '../../../src/engine/selections/restore-testing-selection.ts';
import type { AwsRecord, Coverage, Fields } from '../../../src/inventory/record.ts';
import { home, line, pointArn, record, recovery, resource, shard, vaultArn, volume } from '../estate.ts';
import { itemOf, worldOf } from '../fact-value.ts';
import { restoreTestingPlan, restoreTestingSelection } from '../state-records.ts';

const latest = { LastRecoveryPointArn: pointArn('9'), LastBackupVaultArn: vaultArn('main') };
const tagged = (arn: string): AwsRecord => record('listedResource', { ResourceArn: arn, Tags: { tier: 'gold' } });
const equals = (Value: string, Key = 'tier') => ({ ProtectedResourceConditions: { StringEquals: [{ Key, Value }] } });
const differs = { ProtectedResourceConditions: { StringNotEquals: [{ Key: 'tier', Value: 'gold' }] } };
const all = { ProtectedResourceArns: ['*'] };
const foreign = resource({}, recovery);

test.each<[string, Fields, readonly AwsRecord[], readonly Coverage[], boolean | null, string]>([
  ['all of its type', all, [resource()], [], true, 'ProtectedResourceArns *'],
  ['its ARN', { ProtectedResourceArns: [volume] }, [resource()], [], true, `ProtectedResourceArns ${volume}`],
  ['another ARN', { ProtectedResourceArns: [`${volume}x`] }, [resource()], [], false, 'ProtectedResourceArns'],
  ['no pattern but *', { ProtectedResourceArns: ['arn:*'] }, [resource()], [], false, 'ProtectedResourceArns'],
  ['another type', { ...all, ProtectedResourceType: 'EC2' }, [resource()], [], false, 'ProtectedResourceType EC2'],
  [
    'a tag of its latest point',
    { ...all, ...equals('gold') },
    [resource(latest), tagged(pointArn('9'))],
    [],
    true,
    'ProtectedResourceArns *',
  ],
  [
    'by the long name',
    equals('gold', 'aws:ResourceTag/tier'),
    [resource(latest), tagged(pointArn('9'))],
    [],
    true,
    'ProtectedResourceArns *',
  ],
  [
    'another tag of its latest point',
    { ...all, ...equals('iron') },
    [resource(latest), tagged(pointArn('9'))],
    [],
    false,
    'ProtectedResourceConditions',
  ],
  [
    'not that tag',
    { ...all, ...differs },
    [resource(latest), tagged(pointArn('9'))],
    [],
    false,
    'ProtectedResourceConditions',
  ],
  [
    'a tag of its own is none of its point',
    { ...all, ...equals('gold') },
    [resource(latest), tagged(volume)],
    [],
    false,
    'ProtectedResourceConditions',
  ],
  [
    'tags unread',
    { ...all, ...equals('gold') },
    [resource(latest)],
    [line('GetResources', 'denied')],
    null,
    'ProtectedResourceConditions',
  ],
  ['latest point not known', { ...all, ...equals('gold') }, [resource()], [], null, 'ProtectedResourceConditions'],
  [
    'latest point of another service',
    { ...all, ...equals('gold') },
    [resource({ ...latest, LastRecoveryPointArn: 'arn:aws:ec2:eu-west-1::snapshot/snap-1' })],
    [],
    null,
    'ProtectedResourceConditions',
  ],
  [
    'of another account',
    { ...all, ProtectedResourceType: 'EC2' },
    [foreign, resource({ ResourceType: 'EC2' })],
    [],
    true,
    'ProtectedResourceArns *',
  ],
])('%s', (_, selection, records, coverage, holds, by) => {
  const plans = [restoreTestingPlan('monthly'), restoreTestingSelection('s', 'monthly', selection)];
  const world = worldOf([shard({ records: [...records, ...plans], coverage, scopes: [home, recovery] })]);
  const made = coveredByTest(itemOf(world, 'protectedResource'), itemOf(world, 'restoreTestingSelection'), world);
  const told = made.by.map(({ clause, text }) => `${clause} ${text}`);
  expect([made.holds, told[0]?.startsWith(by)]).toEqual([holds, true]);
});

test.each<[string, readonly AwsRecord[], readonly Coverage[], boolean | null]>([
  ['copies are listed there', [resource(), foreign], [], true],
  ['nothing of it is there', [resource()], [], false],
  ['nobody looked', [resource()], [line('ListProtectedResources', 'denied', { scope: recovery })], null],
])('in another account: %s', (_, records, coverage, holds) => {
  const plans = [restoreTestingPlan('monthly', {}, recovery), restoreTestingSelection('s', 'monthly', all, recovery)];
  const world = worldOf([shard({ records: [...records, ...plans], coverage, scopes: [home, recovery] })]);
  expect(coveredByTest(itemOf(world, 'protectedResource'), itemOf(world, 'restoreTestingSelection'), world).holds).toBe(
    holds,
  );
});
