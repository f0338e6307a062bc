import { resolve } from 'node:path';
import { faultsError, UsageError } from '../errors.ts';
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

/** The config named, else the one in the working directory; undefined where there is none. */
export async function loadConfig(path: string | undefined, cwd: string): Promise<LoadedConfig | undefined> {
  const file = await findConfig(path, cwd);
  if (file === undefined) return undefined;
  const { layers, faults } = await readLayers(file);
  if (faults.length > 0) throw faultsError(faults);
  return configOf(file, layers);
}

export async function findConfig(path: string | undefined, cwd: string): Promise<string | undefined> {
  const file = resolve(cwd, path ?? configFileName);
  if (await fileExists(file)) return file;
  if (path === undefined) return undefined;
  throw new UsageError(`${path}: no such config file; name one that exists with --config`);
}

export function configOf(file: string, layers: readonly ConfigLayer[]): LoadedConfig {
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
