import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Fault, faultsError } from '../errors.ts';
import { faultAt, type JsonFile, readJsonFile } from '../json-file.ts';
import type { LoadedRule } from './rule.ts';
import { findRuleFiles } from './rule-files.ts';
import { findRule, unknownRule } from './rule-names.ts';
import { members, schemaFaults } from './schema-faults.ts';

const PresetFile = members({
  $schema: z.string().exactOptional(),
  name: z.string().min(1),
  description: z.string().min(1),
  rules: z.union([z.literal('*'), z.array(z.string()).min(1)], { error: 'expected a list of rules, or "*" for all' }),
});

/** The ids of the rules of each preset, by its name; `*` is every rule that ships. */
export async function loadPresets(
  dir: string,
  rules: readonly LoadedRule[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { files, faults } = await findRuleFiles([join(dir, '*.json')]);
  const shipped = rules.filter(({ origin }) => origin === 'shipped');
  const read = await Promise.all(files.map(async (file) => presetOf(await readJsonFile(file), shipped)));
  const all = [...faults, ...read.flatMap((preset) => preset.faults)];
  if (all.length > 0) throw faultsError(all);
  return new Map(read.map(({ name, ids }) => [name, ids]));
}

type Preset = { readonly name: string; readonly ids: readonly string[]; readonly faults: readonly Fault[] };

function presetOf(json: JsonFile, shipped: readonly LoadedRule[]): Preset {
  const name = basename(json.file, '.json');
  if (json.faults.length > 0) return { name, ids: [], faults: json.faults };
  const { data, error } = PresetFile.safeParse(json.value);
  if (data === undefined) return { name, ids: [], faults: schemaFaults(json, error) };
  const otherName = data.name === name ? [] : [faultAt(json, '/name', `expected "${name}", the name of the file`)];
  if (data.rules === '*') return { name, ids: shipped.map(({ rule }) => rule.id), faults: otherName };
  const found = data.rules.map((word) => findRule(shipped, word)?.rule.id);
  const strangers = data.rules.flatMap((word, index) =>
    found[index] === undefined ? [faultAt(json, `/rules/${index}`, unknownRule(shipped, word))] : [],
  );
  return { name, ids: found.filter((id) => id !== undefined), faults: [...otherName, ...strangers] };
}
