import { dirname, resolve } from 'node:path';
import type { Fault } from '../errors.ts';
import { faultAt, hasMember, type JsonFile, placeAt } from '../json-file.ts';
import type { Place } from '../rules/rule.ts';
import type { RuleSettings } from '../rules/rule-settings.ts';
import { soundPart } from '../rules/sound-part.ts';
import { type Config, ConfigFile } from './config-schema.ts';

/** One config file, as written, but for the paths in it: absolute, since they are relative to its folder. */
export type ConfigLayer = RuleSettings & {
  readonly file: string;
  readonly config: Config;
  /** Whether it says that itself. */
  readonly has: (pointer: string) => boolean;
  readonly placeOf: (pointer: string) => Place;
};

/** An element of `extends` that names a file. */
export type Extended = { readonly name: string; readonly at: string };

const isUrl = (name: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(name);

const isConfigPath = (name: string): boolean => !isUrl(name) && /^\.{1,2}\/|\.jsonc?$/.test(name);

/** The file that an element of `extends` names; undefined for a preset. */
export const extendedFile = (file: string, name: string): string | undefined =>
  isConfigPath(name) ? resolve(dirname(file), name) : undefined;

/** What `extends` holds, in the order written: presets and files. Of a file that is unsound otherwise as well. */
export function extendedBy({ value }: JsonFile): readonly Extended[] {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'extends') : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((name, index) => (typeof name === 'string' ? [{ name, at: `/extends/${index}` }] : []));
}

/** Of a file with mistakes in it what it says besides, so that all that is wrong is told at once. */
export function layerOf(json: JsonFile): { readonly layer?: ConfigLayer; readonly faults: readonly Fault[] } {
  if (json.faults.length > 0) return { faults: json.faults };
  const { data: config, faults } = soundPart(json, ConfigFile);
  if (config === undefined) return { faults };
  const { file } = json;
  const path = (name: string): string => resolve(dirname(file), name);
  const layer = {
    file,
    config: {
      ...config,
      ...(config.ruleFiles === undefined ? {} : { ruleFiles: config.ruleFiles.map(path) }),
      ...(config.waivers === undefined ? {} : { waivers: path(config.waivers) }),
    },
    presets: extendedBy(json).filter(({ name }) => !isConfigPath(name) && !isUrl(name)),
    ...(config.rules === undefined ? {} : { rules: config.rules }),
    has: (pointer: string) => hasMember(json, pointer),
    placeOf: (pointer: string) => placeAt(json, pointer),
  };
  return { layer, faults: [...faults, ...urlFaults(json)] };
}

const urlFaults = (json: JsonFile): readonly Fault[] =>
  extendedBy(json).flatMap(({ name, at }) =>
    isUrl(name) ? [faultAt(json, at, `"${name}": a config is extended by its path, and nothing is fetched`)] : [],
  );
