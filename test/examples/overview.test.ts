import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Overview, OverviewCell } from '../../src/overview.ts';
import { Result } from '../../src/result.ts';
import { runCli } from '../cli/run-cli.ts';

const root = resolve(import.meta.dirname, '../..');

async function scan(file: string, more: string) {
  const line = `scan -c examples/backuplint.json --preset all --inventory examples/${file} -f json -q`;
  const { code, stdout } = await runCli(`${line} --include pass,notApplicable${more}`, { cwd: root });
  return { code, result: Result.parse(JSON.parse(stdout)) };
}

test.each(['inventory.ndjson', 'lab.ndjson'])('an overview changes no outcome and no finding of %s', async (file) => {
  const without = await scan(file, '');
  const { code, result } = await scan(file, ',overview');
  const { overview, ...rest } = result;
  expect(JSON.stringify(rest)).toBe(JSON.stringify(without.result));
  expect(code).toBe(without.code);
  expect(overview?.cells.length).toBeGreaterThan(2);
});

const counts = (of: object): string => Object.values(of).join('/');
const cellText = (cell: OverviewCell): string =>
  [
    ...[cell.accountId.slice(0, 1), cell.resourceType, cell.resources, counts(cell.age), counts(cell.crossRegion)],
    ...[counts(cell.crossAccount), counts(cell.airGapped), counts(cell.locked), counts(cell.restoreTested)],
  ].join(' ');

async function overviewOf(file: string): Promise<Overview> {
  const { overview } = (await scan(file, ',overview')).result;
  if (overview === undefined) throw new Error('no overview');
  return overview;
}

// What is in order and what is not stands in examples/README.md. Most are backed up on Sundays; on this Friday whether anything
// is newer than that hangs on the one vault that was not read.
test('the example estate, exactly', async () => {
  const { cells, doubtful, oldest, restoreTests, vaults, unread } = await overviewOf('inventory.ndjson');
  expect(cells.map(cellText)).toEqual([
    '1 Aurora 3 1/0/0/0/0/2 0/1/2 3/0/0 3/0/0 3/0/0 3/0/0/0',
    '1 DocumentDB 1 0/0/0/0/0/1 0/0/1 1/0/0 1/0/0 1/0/0 1/0/0/0',
    '1 DynamoDB 5 0/0/0/0/0/5 0/2/3 2/0/3 2/3/0 5/0/0 3/0/2/0',
    '1 EBS 5 0/0/0/0/0/5 0/1/4 5/0/0 5/0/0 5/0/0 5/0/0/0',
    '1 EC2 10 0/0/0/0/0/10 0/2/8 8/0/2 8/2/0 9/1/0 6/0/4/0',
    '1 EFS 3 1/0/0/0/0/2 0/1/2 2/0/1 2/1/0 2/1/0 3/0/0/0',
    '1 EKS 1 0/0/0/0/0/1 0/0/1 1/0/0 1/0/0 1/0/0 0/0/1/0',
    '1 FSx 1 0/0/0/0/0/1 0/0/1 0/0/1 0/1/0 1/0/0 1/0/0/0',
    '1 MemoryDB 1 0/0/0/0/0/1 0/0/1 0/0/1 0/1/0 1/0/0 0/0/1/0',
    '1 Neptune 1 0/0/0/0/0/1 0/0/1 1/0/0 1/0/0 1/0/0 0/0/1/0',
    '1 RDS 4 1/0/0/0/0/3 0/1/3 0/0/4 0/4/0 4/0/0 4/0/0/0',
    '1 Redshift 1 0/0/0/0/0/1 0/1/0 0/0/1 0/1/0 1/0/0 0/0/1/0',
    '1 S3 5 1/0/0/0/0/4 0/1/4 4/0/1 4/0/1 5/0/0 4/0/1/0',
    '1 Timestream 1 0/0/0/0/0/1 0/0/1 1/0/0 1/0/0 1/0/0 0/0/1/0',
    '1 VirtualMachine 2 0/0/0/0/0/2 0/0/2 2/0/0 2/0/0 2/0/0 0/0/2/0',
    '4 Aurora 2 0/0/0/0/0/2 0/1/1 2/0/0 2/0/0 2/0/0 2/0/0/0',
    '4 DynamoDB 1 0/0/0/0/0/1 0/0/1 1/0/0 1/0/0 1/0/0 1/0/0/0',
    '4 EBS 2 0/0/0/0/0/2 0/1/1 0/2/0 0/2/0 1/1/0 0/0/2/0',
    '4 EC2 2 0/0/0/0/0/2 0/1/1 1/1/0 1/1/0 1/1/0 2/0/0/0',
    '4 EFS 1 0/0/0/0/0/1 0/0/1 1/0/0 1/0/0 1/0/0 1/0/0/0',
    '4 RDS 3 0/0/0/0/0/3 0/1/2 0/3/0 0/3/0 1/2/0 2/0/1/0',
    '4 S3 5 1/0/0/0/0/4 0/1/4 5/0/0 5/0/0 5/0/0 5/0/0/0',
    '7 S3 3 0/0/0/0/0/3 0/1/2 0/0/3 3/0/0 3/0/0 3/0/0/0',
  ]);
  expect(oldest.map(({ name, ageHours }) => [name, ageHours])).toEqual([
    ['invoices-bucket', 0],
    ['lake-curated', 0],
  ]);
  expect(doubtful.slice(0, 6).map(({ name, seenHours }) => [name, seenHours && Math.round(seenHours)])).toEqual([
    ['web-legacy', null],
    ['dashboards-db', null],
    ['old-exports', 2165],
    ['legacy-crm', 2165],
    ['contracts-bucket', 459],
    ['pos-gateway', 292],
  ]);
  const never = 'vouchers audit-events web-04 old-exports legacy-crm api-01 web-legacy spark-scratch session-cache';
  expect(restoreTests.filter(({ lastSuccess }) => lastSuccess === null).map(({ name }) => name)).toEqual([
    ...never.split(' '),
    ...['recommendations', 'staging-db', 'media-bucket'],
  ]);
  expect(vaults.total).toBe(14);
  expect(vaults.listed.map(({ name, lockState, points }) => `${name} ${lockState} ${points}`)).toEqual([
    ...['Default none 0', 'analytics none null', 'Default none 0', 'Default none 2'],
    ...['aws/efs/automatic-backup-vault none 6', 'staging none 3', 'Default none 0', 'prod-daily governance 112'],
    ...['data-platform coolingOff 41', 'prod-frankfurt compliance 51', 'data-frankfurt compliance 11'],
    ...['acme-air-gapped compliance 21', 'prod-databases compliance 84', 'acme-air-gapped compliance 65'],
  ]);
  expect(unread.map(({ status, total, listed }) => [status, total, listed.map(({ resource }) => resource)])).toEqual([
    ['denied', 1, ['arn:aws:backup:eu-central-1:444455556666:backup-vault:analytics']],
    ['notRead', 1, ['arn:aws:backup:eu-west-1:123456789012:backup-vault:acme-escrow']],
  ]);
});
