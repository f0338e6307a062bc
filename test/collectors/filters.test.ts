import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/catalogue/operations.ts';
import { filterNames } from '../../src/collectors/filters.ts';
import { liveFilters } from '../../src/commands/live-filters.ts';
import { exitCodeFor } from '../../src/exit-code.ts';
import type { AwsRecord, Shard } from '../../src/inventory/record.ts';
import { demandOf } from '../../src/rules/demand.ts';
import type { AwsServer } from '../aws/start-aws.ts';
import { broken } from '../engine/broken.ts';
import { airGapped, daysAgo, evaluateRules, home, point, recovery, shard, vault, vaultArn } from '../engine/estate.ts';
import { firstRules } from '../engine/shipped-rules.ts';
import { aws, collected } from './collected.ts';
import { everyField } from './every-field.ts';
import { records, table } from './small-estate.ts';

const points = 'ListRecoveryPointsByBackupVault';
const jobs = 'ListRestoreJobs';
const arn = 'arn:aws:backup:eu-west-1:111122223333:restore-testing-plan:other';

/** Each filter, with a value that leaves something of the small estate out, and the operations of AWS that have it. */
const filters: readonly (readonly [name: string, value: string, operations: readonly Operation[]])[] = [
  ['ByResourceArn', table, [points]],
  ['ByResourceType', 'EFS', [points, jobs]],
  ['ByBackupPlanId', 'plan-1', [points]],
  ['ByCreatedBefore', daysAgo(4), [points, jobs]],
  ['ByCreatedAfter', daysAgo(2), [points, jobs]],
  ['ByParentRecoveryPointArn', arn, [points]],
  ['BackupVaultAccountId', recovery.accountId, [points]],
  ['ByAccountId', recovery.accountId, [jobs]],
  ['ByStatus', 'FAILED', [jobs]],
  ['ByCompleteBefore', daysAgo(4), [jobs]],
  ['ByCompleteAfter', daysAgo(2), [jobs]],
  ['ByRestoreTestingPlanArn', arn, [jobs]],
];

/** AWS takes times in several forms. */
const plain = (value: string): string => (/^\d{4}-/.test(value) ? new Date(value).toISOString() : value);

/** Each operation that was asked with a parameter of that name, and its value; vaults of others are always described by their account. */
const asked = ({ requests }: AwsServer, name: string): readonly string[] =>
  [
    ...new Set(
      requests.flatMap(({ operation, params }) =>
        name in params && !operation.startsWith('Describe') ? [`${operation} ${plain(String(params[name]))}`] : [],
      ),
    ),
  ].sort();

const shared = vault('theirs', { BackupVaultArn: vaultArn('theirs', recovery), VaultType: airGapped });

describe.each(filters)('--filter %s', (name, value, operations) => {
  const given = liveFilters([`${name}=${value}`]);

  test('is a parameter of the operations that have it, and of no other', async () => {
    // A filter by account asks nothing of the vaults of others, so one of that account is here.
    const server = await aws({ shards: [{ ...everyField, records: [...everyField.records, shared] }] });
    const { shard: read } = await collected({ filters: given });
    expect(asked(server, name)).toEqual(operations.map((operation) => `${operation} ${value}`));
    const filtered = read.coverage.filter((line) => line.filters !== undefined);
    expect(new Set(filtered.map(({ operation }) => operation))).toEqual(new Set(operations));
    expect(new Set(filtered.map((line) => JSON.stringify(line.filters)))).toEqual(
      new Set([JSON.stringify({ [name]: value })]),
    );
  });

  test('what it leaves out is unread, and never said not to be there', async () => {
    const whole = await read(records);
    const part = await read(records, given);
    expect(exitCodeOf(whole)).toBe(0);
    expect(part.records.length).toBeLessThan(whole.records.length);
    expect(broken(evaluateRules([whole]), evaluateRules([part]))).toEqual([]);
    expect(evaluateRules([part]).result.summary.outcomes).toMatchObject({ fail: 0 });
    expect(evaluateRules([part]).result.gaps.map(({ operation }) => operation)).toContain(operations[0]);
    expect(exitCodeOf(part)).toBe(3);
  });
});

const operations = demandOf(firstRules).map(({ operation }) => operation);

async function read(all: readonly AwsRecord[], given = {}): Promise<Shard> {
  await aws({ shards: [shard({ records: all, scopes: [home] })] });
  const { shard: result } = await collected({ operations, filters: given });
  expect(result.coverage.map(({ status }) => status)).not.toContain('failed');
  return result;
}

const exitCodeOf = (shardRead: Shard): number =>
  exitCodeFor({ ...evaluateRules([shardRead]), failOn: 'info', allowIncomplete: false });

test('the table above has every filter that a collector sends', () => {
  const sent = Object.entries(filterNames).flatMap(([operation, names]) => names.map((name) => `${operation} ${name}`));
  const tested = filters.flatMap(([name, , all]) => all.map((operation) => `${operation} ${name}`));
  expect(tested.sort()).toEqual(sent.sort());
});

test('of the vaults that others share, BackupVaultAccountId leaves unread those of other accounts', async () => {
  const theirs = point('theirs', { BackupVaultName: 'theirs', BackupVaultArn: shared.fields.BackupVaultArn });
  const all = [...records, shared, { ...theirs, fields: { ...theirs.fields, VaultType: airGapped } }];
  const server = await aws({ shards: [shard({ records: all, scopes: [home] })] });
  const own = await collected({ operations, filters: liveFilters([`BackupVaultAccountId=${home.accountId}`]) });
  const vaults = (name: string) => server.requests.filter(({ params }) => params.BackupVaultName === name);
  expect(vaults('main')).not.toEqual([]);
  expect(vaults('theirs')).toEqual([]);
  const lines = own.shard.coverage.filter(({ operation }) => operation === points);
  expect(lines.map(({ resource }) => resource).sort()).toEqual([vaultArn('escrow'), vaultArn('main')]);
  expect(evaluateRules([own.shard]).result.gaps).toMatchObject([
    { operation: points, resource: shared.fields.BackupVaultArn, status: 'notRead' },
  ]);
  expect(exitCodeOf(own.shard)).toBe(3);
});
