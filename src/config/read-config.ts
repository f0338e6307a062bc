import { resolve } from 'node:path';
import { type Fault, UsageError } from '../errors.ts';
import { fileExists } from '../file-exists.ts';
import type { Place } from '../rules/rule.ts';
import type { ConfigLayer } from './config-layer.ts';
import { type MergedConfig, mergeLayers } from './merge-layers.ts';
import { readLayers } from './read-layers.ts';

const configFileName = 'backuplint.json';

/** The config with all that it extends; paths in it are absolute. */
export type LoadedConfig = MergedConfig & {
  /** The one that was named, or found. */
  readonly file: string;
  /** What it extends, and last itself. */
  readonly layers: readonly ConfigLayer[];
  /** Where a member stands: in the last file that has it. */
  readonly placeOf: (pointer: string) => Place;
};

export type ReadConfig = {
  /** Undefined where there is none, or nothing of it can be made out. */
  readonly config: LoadedConfig | undefined;
  readonly faults: readonly Fault[];
  /** All that were read, sound or not. */
  readonly files: readonly string[];
  /** Some of the rule files that it names are not known, for a mistake in it. */
  readonly lacksRules: boolean;
};

/** The config named, else the one in the working directory. */
export async function readConfig(path: string | undefined, cwd: string): Promise<ReadConfig> {
  const file = await findConfig(path, cwd);
  if (file === undefined) return { config: undefined, faults: [], files: [], lacksRules: false };
  const { layers, faults, files } = await readLayers(file);
  const lacksRules =
    files.length > layers.length || layers.some(({ has, config }) => has('/ruleFiles') && !config.ruleFiles);
  return { config: layers.length === 0 ? undefined : configOf(file, layers), faults, files, lacksRules };
}

async function findConfig(path: string | undefined, cwd: string): Promise<string | undefined> {
  const file = resolve(cwd, path ?? configFileName);
  if (await fileExists(file)) return file;
  if (path === undefined) return undefined;
  throw new UsageError(`${path}: no such config file; name one that exists with --config`);
}

function configOf(file: string, layers: readonly ConfigLayer[]): LoadedConfig {
  const own = layers.at(-1);
  return {
    ...mergeLayers(layers),
    file,
    layers,
    placeOf: (pointer) => {
      const layer = layers.findLast(({ has }) => has(pointer)) ?? own;
      if (layer === undefined) throw new Error(`${file} was not read`);
      return layer.placeOf(pointer);
    },
  };
}
