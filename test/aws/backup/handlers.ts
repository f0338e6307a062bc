import type { Handlers } from '../handler.ts';
import { governanceHandlers } from './governance.ts';
import { jobHandlers } from './jobs.ts';
import { planHandlers } from './plans.ts';
import { pointHandlers } from './points.ts';
import { resourceHandlers } from './resources.ts';
import { settingsHandlers } from './settings.ts';
import { vaultHandlers } from './vaults.ts';

export const backupHandlers: Handlers = {
  ...vaultHandlers,
  ...pointHandlers,
  ...resourceHandlers,
  ...jobHandlers,
  ...planHandlers,
  ...governanceHandlers,
  ...settingsHandlers,
};
