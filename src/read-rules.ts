import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoadedConfig, type ReadConfig, readConfig } from './config/read-config.ts';
import { loadFrameworks } from './data.ts';
import type { Fault } from './errors.ts';
import { nearest } from './nearest.ts';
import { packageFile } from './package-files.ts';
import { type CheckedRules, checkRules } from './rules/load-rules.ts';
import { loadPresets } from './rules/presets.ts';
import type { LoadedRule } from './rules/rule.ts';
import { faultIn } from './rules/rule-settings.ts';
import { type Presets, settingFaults } from './rules/select-rules.ts';

export type ReadRules = {
  readonly config: LoadedConfig | undefined;
  /** All rules that could be made out. */
  readonly loaded: readonly LoadedRule[];
  readonly presets: Presets;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** The config, what it extends, and the user's own rules. */
  readonly files: readonly string[];
  /** Whether it may name a rule that was not made out. */
  readonly mayBeRule: (word: string) => boolean;
};

const shippedDir = fileURLToPath(packageFile('rules'));

/** The config and all rules, with everything that is wrong with them. */
export async function readRules(
  options: { readonly config: string | undefined; readonly ruleFiles: readonly string[] },
  cwd: string,
): Promise<ReadRules> {
  const read = await readConfig(options.config, cwd);
  const { config } = read;
  const ownFiles = [...(config?.ruleFiles ?? []), ...options.ruleFiles.map((path) => resolve(cwd, path))];
  const frameworks = Object.keys(loadFrameworks());
  const checked = await checkRules({ shippedDir, trustsShipped: true, ownFiles, frameworks });
  const presets = await loadPresets(fileURLToPath(packageFile('rules/presets')), checked.rules);
  const mayBeRule = wordsMissed(read, checked);
  const faults = [
    ...read.faults,
    ...settingFaults({ loaded: checked.rules, mayBeRule }, presets, config?.layers ?? []),
    ...checked.faults.map((fault) => atName(fault, config)),
  ];
  const files = [...read.files, ...checked.ownFiles.map(({ file }) => file)];
  return { config, loaded: checked.rules, presets, faults, warnings: checked.warnings, files, mayBeRule };
}

/**
 * A rule with a mistake in it is not unknown besides: it may go by its id, its name, or the name of its file. Where it is
 * not even known which files there are, a word that looks like a rule of ours is one that was mistyped.
 */
function wordsMissed({ lacksRules }: ReadConfig, { ownFiles, rules }: CheckedRules): (word: string) => boolean {
  const words = ownFiles.flatMap(({ file, value }) => {
    const said: unknown[] =
      typeof value === 'object' && value !== null ? [Reflect.get(value, 'id'), Reflect.get(value, 'name')] : [];
    return [basename(file, '.json'), ...said];
  });
  const known = rules.map(({ rule }) => rule.name);
  const isOurs = (word: string): boolean => word.startsWith('BKP') || nearest(word, known) !== undefined;
  return (word) => words.includes(word) || (lacksRules && !isOurs(word));
}

/** A file that is not there is the fault of the line that names it. */
function atName(fault: Fault, config: LoadedConfig | undefined): Fault {
  if (fault.line !== undefined) return fault;
  for (const layer of config?.layers ?? []) {
    const at = layer.config.ruleFiles?.indexOf(fault.file) ?? -1;
    if (at < 0) continue;
    const pointer = `/ruleFiles/${at}`;
    return faultIn(layer, pointer, `${layer.placeOf(pointer).text}: ${fault.message}`);
  }
  return fault;
}
