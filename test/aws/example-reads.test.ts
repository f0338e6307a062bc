import {
  type BackupClient,
  paginateListBackupJobs,
  paginateListBackupVaults,
  paginateListCopyJobs,
  paginateListProtectedResources,
  paginateListRecoveryPointsByBackupVault,
  paginateListRestoreJobs,
} from '@aws-sdk/client-backup';
import { describe, expect, test } from 'vitest';
import { readBy } from '../../src/catalogue/read-by.ts';
import type { RecordKind } from '../../src/catalogue/record-kinds.ts';
import type { Fields, Scope } from '../../src/inventory/record.ts';
import { scopeId, scopeOfArn } from '../../src/inventory/scope.ts';
import { exampleShards } from './example.ts';
import { clients, keysOf, plain, served } from './served.ts';

type Read = (client: BackupClient) => AsyncIterable<readonly object[]>;

async function* each<Page, Item>(pages: AsyncIterable<Page>, items: (page: Page) => readonly Item[] | undefined) {
  for await (const page of pages) yield items(page) ?? [];
}

/** As a collector reads them: the points of a shared vault are given to those alone who name its owner. */
async function* points(client: BackupClient) {
  for await (const page of vaults(client)) {
    for (const { BackupVaultName, BackupVaultArn = '' } of page) {
      const BackupVaultAccountId = scopeOfArn(BackupVaultArn)?.accountId;
      const pages = paginateListRecoveryPointsByBackupVault({ client }, { BackupVaultName, BackupVaultAccountId });
      yield* each(pages, ({ RecoveryPoints }) => RecoveryPoints);
    }
  }
}

async function* vaults(client: BackupClient) {
  for (const ByShared of [false, true]) {
    yield* each(paginateListBackupVaults({ client }, { ByShared }), (page) => page.BackupVaultList);
  }
}

const reads: readonly (readonly [RecordKind, Read])[] = [
  ['backupVault', vaults],
  ['recoveryPoint', points],
  ['protectedResource', (client) => each(paginateListProtectedResources({ client }, {}), (page) => page.Results)],
  ['restoreJob', (client) => each(paginateListRestoreJobs({ client }, {}), (page) => page.RestoreJobs)],
  ['copyJob', (client) => each(paginateListCopyJobs({ client }, {}), (page) => page.CopyJobs)],
  ['backupJob', (client) => each(paginateListBackupJobs({ client }, {}), (page) => page.BackupJobs)],
];

const shards = await exampleShards();
const scopes = shards.flatMap((shard) => shard.scopes);

const sorted = (items: readonly unknown[]): readonly string[] =>
  items.map((item) => JSON.stringify(ordered(item))).sort();
const ordered = (item: unknown): unknown =>
  typeof item === 'object' && item !== null && !Array.isArray(item)
    ? Object.fromEntries(
        Object.entries(item)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, value]) => [name, ordered(value)]),
      )
    : item;

const recorded = (kind: RecordKind, scope: Scope): readonly Fields[] =>
  shards
    .flatMap((shard) => shard.records)
    .filter((record) => record.kind === kind && scopeId(record) === scopeId(scope))
    .map(({ fields }) => listed(kind, fields));

/** Without what other operations tell. */
const listed = (kind: RecordKind, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => readBy[kind]?.[name] === undefined));

/** 1 to 7 items a page, sometimes none. */
const pageSize = (index: number): number => (index * 5) % 8;

describe.each(reads)('%s', (kind, read) => {
  test.each(scopes)('$accountId/$region answers what its inventory holds', async (scope) => {
    const server = await served({ shards, pageSize });
    const { backup } = clients(server, scope.region, keysOf(scope.accountId));
    const items: unknown[] = [];
    for await (const page of read(backup)) {
      expect(page.length).toBeLessThan(8);
      items.push(...page);
    }
    expect(sorted(items.map(plain))).toEqual(sorted(recorded(kind, scope)));
  });
});

test('the example has something of each kind', () => {
  for (const [kind] of reads) expect(scopes.flatMap((scope) => recorded(kind, scope)).length).toBeGreaterThan(10);
});
