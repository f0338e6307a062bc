import { describe, expect, test } from 'vitest';
import type { Coverage, CoverageStatus, Shard } from '../../src/inventory/record.ts';
import { daysAgo, line, shard } from '../engine/estate.ts';
import { unread } from './unread.ts';

/** A reading of the restore jobs so many days ago. */
const reading = (days: number, status: CoverageStatus | undefined = 'ok', filters?: Coverage['filters']): Shard =>
  shard({
    asOf: daysAgo(days),
    star: false,
    coverage: [line('ListRestoreJobs', status, filters ? { filters } : {})],
  });
const elsewhere = (days: number): Shard =>
  shard({ asOf: daysAgo(days), star: false, coverage: [line('ListBackupVaults')] });

const unreadJobs = (...shards: readonly Shard[]) => unread(shards, 'ListRestoreJobs');

describe('one inventory', () => {
  test.each<[string, Shard, readonly string[]]>([
    ['read: AWS forgot what is older than 30 days', reading(0), ['horizon date Infinity…30 excluded']],
    ['read yesterday', reading(1), ['horizon date Infinity…31 excluded']],
    ['denied', reading(0, 'denied'), ['denied']],
    ['throttled', reading(0, 'throttled'), ['throttled']],
    ['not offered there', reading(0, 'notAvailable'), []],
    ['not asked', elsewhere(0), ['notRead']],
    ['every operation of the scope', shard({}), ['horizon date Infinity…30 excluded']],
    [
      'one status of jobs',
      reading(0, 'ok', { ByStatus: 'COMPLETED' }),
      ['filtered Status≠COMPLETED', 'horizon date Infinity…30 excluded'],
    ],
    ['its own account alone', reading(0, 'ok', { ByAccountId: '111122223333' }), ['horizon date Infinity…30 excluded']],
    [
      'one type',
      reading(0, 'ok', { ByResourceType: 'EBS' }),
      ['filtered ResourceType≠EBS', 'horizon date Infinity…30 excluded'],
    ],
    ['empty filters are none', reading(0, 'ok', {}), ['horizon date Infinity…30 excluded']],
    ['cut off before its line', { ...elsewhere(0), cutOff: true }, ['cutOff']],
    ['cut off after its line', { ...reading(0), cutOff: true }, ['horizon date Infinity…30 excluded']],
    ['cut off, with a line for every operation', { ...shard({}), cutOff: true }, ['cutOff']],
  ])('%s', (_, one, expected) => {
    expect(unreadJobs(one)).toEqual(expected);
  });
});

describe('older inventories beside it', () => {
  test.each<[string, readonly Shard[], readonly string[]]>([
    ['extend the history', [reading(0), reading(20)], ['horizon date Infinity…50 excluded']],
    ['in any order', [reading(20), reading(0)], ['horizon date Infinity…50 excluded']],
    ['that just meet', [reading(0), reading(30)], ['horizon date Infinity…60 excluded']],
    [
      'leave a hole where nobody looked',
      [reading(0), reading(40)],
      ['horizon date Infinity…70 excluded', 'horizon date 40…30 excluded'],
    ],
    ['fill a hole', [reading(0), reading(40), reading(25)], ['horizon date Infinity…70 excluded']],
    ['the newest denied: anything may have changed', [reading(0, 'denied'), reading(1)], ['denied']],
    ['the newest did not ask', [elsewhere(0), reading(1)], ['notRead']],
    ['an older one denied', [reading(0), reading(20, 'denied')], ['horizon date Infinity…30 excluded']],
    [
      'an older one filtered',
      [reading(0), reading(20, 'ok', { ByStatus: 'COMPLETED' })],
      ['horizon date Infinity…30 excluded'],
    ],
  ])('%s', (_, shards, expected) => {
    expect(unreadJobs(...shards)).toEqual(expected);
  });
});

describe('parts of one moment', () => {
  test.each<[string, readonly Shard[], readonly string[]]>([
    ['one read them', [reading(0), elsewhere(0)], ['horizon date Infinity…30 excluded']],
    ['one was denied, another was not', [reading(0, 'denied'), reading(0)], ['horizon date Infinity…30 excluded']],
    [
      'two filters that complete each other leave what both leave out',
      [reading(0, 'ok', { ByStatus: 'COMPLETED' }), reading(0, 'ok', { ByStatus: 'FAILED' })],
      ['filtered Status≠COMPLETED,FAILED', 'horizon date Infinity…30 excluded'],
    ],
    [
      'two filters that together leave out nothing',
      [reading(0, 'ok', { ByCreatedAfter: daysAgo(9) }), reading(0, 'ok', { ByCreatedBefore: daysAgo(8) })],
      ['horizon date Infinity…30 excluded'],
    ],
    ['not offered in one, denied in another', [reading(0, 'notAvailable'), reading(0, 'denied')], ['denied']],
    [
      'an older moment read in two parts',
      [
        reading(0),
        reading(20, 'ok', { ByCreatedAfter: daysAgo(29) }),
        reading(20, 'ok', { ByCreatedBefore: daysAgo(28) }),
      ],
      ['horizon date Infinity…50 excluded'],
    ],
    [
      'without a time: of the newest',
      [{ ...reading(0), asOf: undefined }, elsewhere(3)],
      ['horizon date Infinity…33 excluded'],
    ],
  ])('%s', (_, shards, expected) => {
    expect(unreadJobs(...shards)).toEqual(expected);
  });
});

test('which of several gaps of one moment is named does not hang on the order of the shards', () => {
  const shards = [reading(0, 'throttled'), reading(0, 'denied')];
  expect(unreadJobs(...shards)).toEqual(unreadJobs(...[...shards].reverse()));
});
