import type { ConfigLayer } from '../config/config-layer.ts';
import { shortPaths } from '../output/short-paths.ts';
import type { Place } from '../rules/rule.ts';
import type { Given } from './given-flags.ts';

/** A value in force, and what says it: a line of a config, a flag, or nobody. */
export type Told = { readonly value: unknown; readonly from: string };

export const byDefault = 'default';

/** Where values may come from. */
export type Sources = { readonly layers: readonly ConfigLayer[]; readonly given: Given; readonly cwd: string };

/** `backuplint.json:4`, from the working directory. */
export const placeText = ({ file, region }: Place, cwd: string): string =>
  `${shortPaths(file, cwd)}:${region.startLine}`;

/** The line of the last config file that has the member. */
export function lineOf(pointer: string, { layers, cwd }: Sources): string | undefined {
  const layer = layers.findLast(({ has }) => has(pointer));
  return layer && placeText(layer.placeOf(pointer), cwd);
}

type Table = { readonly [name: string]: unknown };

/** By name; what nobody says is left out. */
export const sortedTable = (entries: Iterable<readonly [name: string, value: unknown]>): Table =>
  Object.fromEntries([...entries].filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
