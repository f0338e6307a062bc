import { realpath } from 'node:fs/promises';
import type { Fault } from '../errors.ts';
import { faultAt, type JsonFile, readJsonFile } from '../json-file.ts';
import { type ConfigLayer, type Extended, extendedBy, extendedFile, layerOf } from './config-layer.ts';

/** A config with all files that it extends; its own layer is the last one. */
export type ReadLayers = {
  readonly layers: readonly ConfigLayer[];
  readonly faults: readonly Fault[];
  /** All that were read, sound or not. */
  readonly files: readonly string[];
};

/** What a file extends comes before it, in the order written; a file that comes in by several ways counts once, the first time. */
export const readLayers = (file: string): Promise<ReadLayers> =>
  readBelow(file, { chain: [], seen: new Set(), named: undefined });

type Way = {
  /** The files that lead here, by their real paths. */
  readonly chain: readonly string[];
  readonly seen: Set<string>;
  /** The element that names this file. */
  readonly named: (Extended & { readonly json: JsonFile }) | undefined;
};

const nothing: ReadLayers = { layers: [], faults: [], files: [] };

async function readBelow(file: string, { chain, seen, named }: Way): Promise<ReadLayers> {
  const real = await realPath(file);
  const from = chain.indexOf(real);
  if (named !== undefined && from >= 0) {
    const around = [...chain.slice(from), real].join(' → ');
    return { ...nothing, faults: [faultAt(named.json, named.at, `a config must not extend itself: ${around}`)] };
  }
  if (seen.has(real)) return nothing;
  seen.add(real);
  const json = await readJsonFile(file, 'jsonc');
  const below: ReadLayers[] = [];
  for (const each of extendedBy(json)) {
    const path = extendedFile(file, each.name);
    const way = { chain: [...chain, real], seen, named: { ...each, json } };
    if (path !== undefined) below.push(await readBelow(path, way));
  }
  const { layer, faults } = layerOf(json);
  return {
    layers: [...below.flatMap(({ layers }) => layers), ...(layer === undefined ? [] : [layer])],
    faults: [...faults.map((fault) => atName(fault, named)), ...below.flatMap((each) => each.faults)],
    files: [...below.flatMap(({ files }) => files), file],
  };
}

/** A file that cannot be read is the fault of whoever names it. */
const atName = (fault: Fault, named: Way['named']): Fault =>
  named === undefined || fault.line !== undefined
    ? fault
    : faultAt(named.json, named.at, `"${named.name}": ${fault.message}`);

async function realPath(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    return file;
  }
}
