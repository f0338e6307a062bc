import type { Kind } from '../../catalogue/kinds.ts';
import { backupVaultReaders } from './backup-vault.ts';
import type { FactReader } from './common.ts';
import { backupJobReaders, copyJobReaders, restoreJobReaders, scanJobReaders } from './jobs.ts';
import { partReaders } from './parts.ts';
import { protectedResourceReaders } from './protected-resource.ts';
import { recoveryPointReaders } from './recovery-point.ts';
import { scopeReaders } from './scope.ts';
import { stateReaders } from './state.ts';

type ReadersOf = { readonly [kind in Kind]: { readonly [name: string]: FactReader } };

/** How each fact of ours is read. The names are the catalogue's, so that a fact missing here does not compile. */
const readersOf: ReadersOf = {
  recoveryPoint: recoveryPointReaders,
  backupVault: backupVaultReaders,
  protectedResource: protectedResourceReaders,
  restoreJob: restoreJobReaders,
  copyJob: copyJobReaders,
  backupJob: backupJobReaders,
  scanJob: scanJobReaders,
  ...stateReaders,
  ...partReaders,
  scope: scopeReaders,
};

export const readers = (kind: Kind): { readonly [name: string]: FactReader } => readersOf[kind];
