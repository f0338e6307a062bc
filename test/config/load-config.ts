import { readConfig } from '../../src/config/read-config.ts';
import { faultsError } from '../../src/errors.ts';

/** The config, or all that is wrong with it as an error. */
export async function loadConfig(path: string | undefined, cwd: string) {
  const { config, faults } = await readConfig(path, cwd);
  if (faults.length > 0) throw faultsError(faults);
  return config;
}
