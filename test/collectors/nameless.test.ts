import { expect, test } from 'vitest';
import type { Operation } from '../../src/catalogue/operations.ts';
import { home, record, shard, vault } from '../engine/estate.ts';
import { aws, collected } from './collected.ts';

const operations: readonly Operation[] = ['ListBackupVaults', 'ListRecoveryPointsByBackupVault'];

test('a vault without an ARN is no answer: it is neither passed over nor read as if it were all vaults', async () => {
  const nameless = (name: string) => record('backupVault', { BackupVaultName: name });
  await aws({ shards: [shard({ records: [vault('main'), nameless('one'), nameless('two')] })] });
  const { shard: read, whole } = await collected({ operations });
  expect(whole).toBe(true);
  expect(read.records).toEqual([]);
  expect(read.coverage).toMatchObject([
    { ...home, operation: 'ListBackupVaults', status: 'failed', error: { name: 'MalformedAnswer' } },
  ]);
});
