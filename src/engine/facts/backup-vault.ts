import { parseArn } from '../../arn.ts';
import type { backupVaultFacts } from '../../catalogue/facts/points.ts';
import { type Answer, known, mapAnswer, noted } from '../answer.ts';
import { ageDays, field, placeReaders, type Readers } from './common.ts';
import { tagReaders } from './tags.ts';

const orElse = (answer: Answer, fallback: unknown): Answer =>
  mapAnswer(answer, (value) => known(value === undefined ? fallback : value));

export const backupVaultReaders: Readers<typeof backupVaultFacts> = {
  ...placeReaders('BackupVaultArn'),
  ...tagReaders('BackupVaultArn'),
  date: field('CreationDate'),
  ageDays,
  vaultType: (item, world) => {
    const type = world.fact(item, 'VaultType');
    return type.is === 'known' && type.value !== undefined ? type : orElse(type, 'BACKUP_VAULT');
  },
  /** A logically air-gapped vault is locked in compliance mode from its first moment (AWS: logicallyairgappedvault). */
  lockState: (item, world) =>
    mapAnswer(world.fact(item, 'vaultType'), (type) =>
      type === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT'
        ? known('compliance')
        : mapAnswer(world.fact(item, 'Locked'), (locked) =>
            locked === true ? lockedState(world.fact(item, 'LockDate'), world.asOf) : known('none'),
          ),
    ),
  keyAccountId: (item, world) =>
    mapAnswer(world.fact(item, 'EncryptionKeyArn'), (arn) => {
      const account = parseArn(String(arn))?.accountId;
      if (arn === undefined || account) return known(account);
      return noted(`${String(arn)} does not name the account of the key`);
    }),
  lockMinDays: (item, world) => orElse(world.fact(item, 'MinRetentionDays'), 0),
  lockMaxDays: (item, world) => orElse(world.fact(item, 'MaxRetentionDays'), Number.POSITIVE_INFINITY),
};

/** Locked without LockDate is governance mode; until LockDate whoever may can still remove the lock (trap V1). */
const lockedState = (lockDate: Answer, asOf: number): Answer =>
  mapAnswer(lockDate, (date) => {
    if (typeof date !== 'string') return known('governance');
    return known(Date.parse(date) > asOf ? 'coolingOff' : 'compliance');
  });
