// The least that anyone can do: the SDK's own paginator over every vault, one page after the other.
import process from 'node:process';
import {
  BackupClient,
  paginateListBackupVaults,
  paginateListRecoveryPointsByBackupVault,
} from '@aws-sdk/client-backup';

const client = new BackupClient({ region: 'eu-west-1' });
const names = [];
for await (const { BackupVaultList } of paginateListBackupVaults({ client, pageSize: 1000 }, {})) {
  names.push(...BackupVaultList.map(({ BackupVaultName }) => BackupVaultName));
}
const began = process.hrtime.bigint();
const before = process.cpuUsage();
let records = 0;
for (const BackupVaultName of names) {
  const pages = paginateListRecoveryPointsByBackupVault({ client, pageSize: 1000 }, { BackupVaultName });
  for await (const { RecoveryPoints } of pages) records += RecoveryPoints.length;
}
const { user, system } = process.cpuUsage(before);
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
process.send({ records, seconds, cpuSeconds: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 });
