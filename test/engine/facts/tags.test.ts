import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../src/catalogue/kinds.ts';
import type { AwsRecord, Coverage } from '../../../src/inventory/record.ts';
import {
  far,
  home,
  line,
  outside,
  point,
  pointArn,
  record,
  recovery,
  resource,
  shard,
  vault,
  vaultArn,
  volume,
} from '../estate.ts';
import { because, itemOf, plain, worldOf } from '../fact-value.ts';
import { backupPlan, framework, planArn, reportPlan } from '../state-records.ts';

const listed = (ResourceArn: string, Tags: unknown, scope = home): AwsRecord =>
  record('listedResource', { ResourceArn, Tags }, scope);
const owned = { owner: 'crm', backup: 'daily' };
const denied = line('GetResources', 'denied');

function asked(kind: Kind, name: string, records: readonly AwsRecord[], coverage: readonly Coverage[] = []) {
  const world = worldOf([shard({ records, coverage, scopes: [home, recovery, far] })]);
  const answer = world.fact(itemOf(world, kind), name);
  return [plain(answer), ...because(answer)];
}

const things: readonly (readonly [Kind, AwsRecord, string])[] = [
  ['protectedResource', resource(), volume],
  ['backupVault', vault('main'), vaultArn('main')],
  ['backupPlan', backupPlan('nightly'), planArn('nightly')],
  ['reportPlan', reportPlan, String(reportPlan.fields.ReportPlanArn)],
  ['framework', framework, String(framework.fields.FrameworkArn)],
  ['recoveryPoint', point('1'), pointArn('1')],
];

describe.each(things)('tags of a %s', (kind, thing, arn) => {
  test.each<[string, readonly AwsRecord[], readonly Coverage[], readonly unknown[]]>([
    ['listed', [listed(arn, owned)], [], [owned]],
    ['listed without any', [listed(arn, {})], [], [{}]],
    ['not listed: none', [listed(`${arn}x`, owned)], [], [{}]],
    ['listed, though nobody says that the list was read', [listed(arn, owned)], [denied], [owned]],
    ['not read', [], [denied], ['unknown', 'GetResources denied']],
    [
      'read with a filter',
      [],
      [line('GetResources', 'ok', { filters: { TagFilters: 'a' } })],
      ['unknown', 'GetResources filtered'],
    ],
    ['by the list of another scope', [listed(arn, owned, recovery)], [], [{}]],
    [
      'by an export that does not know them',
      [listed(arn, undefined)],
      [],
      ['unknown', `Tags of ${arn} is missing in the inventory`],
    ],
  ])('%s', (_, records, coverage, expected) => {
    expect(asked(kind, 'tags', [thing, ...records], coverage)).toEqual(expected);
  });

  test('its keys are sorted', () => {
    expect(asked(kind, 'tagKeys', [thing, listed(arn, owned)])).toEqual([['backup', 'owner']]);
    expect(asked(kind, 'tagKeys', [thing])).toEqual([[]]);
  });
});

test('a point whose ARN is another service’s', () => {
  const image = 'arn:aws:ec2:eu-west-1::image/ami-0a';
  const records = [point('1', { RecoveryPointArn: image }), listed(image, owned)];
  expect(asked('recoveryPoint', 'tags', records)).toEqual([
    'unknown',
    `the tags of ${image} are not known: it is another service's, not AWS Backup's`,
  ]);
});

test('a resource outside the scopes read', () => {
  const arn = volume.replace(home.accountId, outside.accountId);
  expect(asked('protectedResource', 'tags', [point('1', { ResourceArn: arn })])).toEqual([
    'unknown',
    'GetResources notRead',
  ]);
});

test('a resource of a type that nobody knows', () => {
  const arn = 'arn:aws:memorydb:eu-west-1:111122223333:cluster/cache';
  const cache = resource({ ResourceArn: arn, ResourceType: 'MemoryDB' });
  expect(asked('protectedResource', 'tags', [cache])[0]).toBe('unknown');
  expect(asked('protectedResource', 'tags', [cache, listed(arn, owned)])).toEqual([owned]);
});
