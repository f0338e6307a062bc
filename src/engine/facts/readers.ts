import type { Kind } from '../../catalogue/kinds.ts';
import { backupVaultReaders } from './backup-vault.ts';
import type { FactReader } from './common.ts';
import { backupJobReaders, copyJobReaders, restoreJobReaders } from './jobs.ts';
import { protectedResourceReaders } from './protected-resource.ts';
import { recoveryPointReaders } from './recovery-point.ts';
import { scopeReaders } from './scope.ts';

/** How each fact of ours is read. The names are the catalogue's, so that a fact missing here does not compile. */
export function readers(kind: Kind): { readonly [name: string]: FactReader } {
  switch (kind) {
    case 'recoveryPoint':
      return recoveryPointReaders;
    case 'backupVault':
      return backupVaultReaders;
    case 'protectedResource':
      return protectedResourceReaders;
    case 'restoreJob':
      return restoreJobReaders;
    case 'copyJob':
      return copyJobReaders;
    case 'backupJob':
      return backupJobReaders;
    case 'scope':
      return scopeReaders;
  }
}
