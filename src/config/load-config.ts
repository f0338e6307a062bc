import { dirname, join, resolve } from 'node:path';
import { type Fault, faultsError, UsageError } from '../errors.ts';
import { fileExists } from '../file-exists.ts';
import { faultAt, type JsonFile, placeAt, pointerOf, readJsonFile } from '../json-file.ts';
import type { Place } from '../rules/rule.ts';
import { schemaFaults } from '../rules/schema-faults.ts';
import { type Config, ConfigFile } from './config-schema.ts';

const configFileName = 'backuplint.json';

/** The config as written, but for `ruleFiles`: absolute, since they are relative to the config's folder. */
export type LoadedConfig = Config & { readonly file: string; readonly placeOf: (pointer: string) => Place };

/** The config named, else the one in the working directory; undefined where there is none. */
export async function loadConfig(path: string | undefined, cwd: string): Promise<LoadedConfig | undefined> {
  const file = resolve(cwd, path ?? configFileName);
  if (!(await fileExists(file))) {
    if (path === undefined) return undefined;
    throw new UsageError(`${path}: no such config file; name one that exists with --config`);
  }
  return configOf(await readJsonFile(file, 'jsonc'));
}

function configOf(json: JsonFile): LoadedConfig {
  if (json.faults.length > 0) throw faultsError(json.faults);
  const { data, error } = ConfigFile.safeParse(json.value);
  if (data === undefined) throw faultsError(schemaFaults(json, error));
  const later = notYet(json, data);
  if (later.length > 0) throw faultsError(later);
  const { file } = json;
  const ruleFiles = data.ruleFiles?.map((pattern) => join(dirname(file), pattern));
  return {
    ...data,
    ...(ruleFiles === undefined ? {} : { ruleFiles }),
    file,
    placeOf: (pointer) => placeAt(json, pointer),
  };
}

/** Whoever writes an override counts on it: passing over it in silence would change what they are told. */
function notYet(json: JsonFile, config: Config): readonly Fault[] {
  const overrides = Object.entries(config.rules ?? {})
    .filter(([, entry]) => typeof entry === 'object' && entry.overrides !== undefined)
    .map(([rule]) => pointerOf(['rules', rule, 'overrides']));
  return overrides.map((pointer) => {
    const member = pointer.slice(pointer.lastIndexOf('/') + 1);
    return faultAt(json, pointer, `"${member}" is not in this version of backuplint: remove it`);
  });
}
