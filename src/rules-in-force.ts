import type { LoadedConfig } from './config/read-config.ts';
import { type Frameworks, loadFrameworks } from './data.ts';
import { type Fault, faultsError, UsageError } from './errors.ts';
import { readRules } from './read-rules.ts';
import { unknownFramework } from './rules/check-frameworks.ts';
import type { ActiveRule, LoadedRule } from './rules/rule.ts';
import { type Presets, selectRules } from './rules/select-rules.ts';

export type RuleOptions = {
  readonly config: string | undefined;
  readonly presets: readonly string[] | undefined;
  readonly rules: readonly string[] | undefined;
  readonly ruleFiles: readonly string[];
  readonly framework: string | undefined;
};

export type RulesInForce = {
  readonly config: LoadedConfig | undefined;
  /** All that are known, in force or not. */
  readonly loaded: readonly LoadedRule[];
  readonly presets: Presets;
  readonly rules: readonly ActiveRule[];
  /** The one that those rules map to, where one was asked for. */
  readonly framework: string | undefined;
  /** Those that we know the edition of. */
  readonly frameworks: Frameworks;
  /** What may be a mistake in own rules, but need not: AWS adds values. */
  readonly warnings: readonly Fault[];
};

/** What the config and the flags choose among the rules that ship and the user's own. Throws all that is wrong with them. */
export async function rulesInForce(options: RuleOptions, cwd: string): Promise<RulesInForce> {
  const { config, loaded, presets, warnings, faults } = await readRules(options, cwd);
  if (faults.length > 0) throw faultsError(faults);
  const flags = { preset: options.presets, rule: options.rules };
  const selected = selectRules({ loaded, presets, config: config?.layers, flags });
  const { framework } = options;
  const rules = framework === undefined ? selected : askedBy(framework, selected, loaded);
  return { config, loaded, presets, rules, framework, frameworks: loadFrameworks(), warnings };
}

/** As the flag says, else as the config does. */
export const categoryOf = (flag: string | undefined, config: RulesInForce['config']): string =>
  flag ?? config?.category ?? 'backuplint';

/** A framework of the user's own is known by the rules that name it. */
function askedBy(
  framework: string,
  selected: readonly ActiveRule[],
  loaded: readonly LoadedRule[],
): readonly ActiveRule[] {
  const known = [
    ...new Set([...Object.keys(loadFrameworks()), ...loaded.flatMap(({ rule }) => Object.keys(rule.frameworks ?? {}))]),
  ];
  if (!known.includes(framework)) throw new UsageError(unknownFramework(framework, known));
  return selected.filter(({ rule }) => Object.hasOwn(rule.frameworks ?? {}, framework));
}

/** A scan by no rule would find nothing and look like a good one. */
export function requireRules({ config, rules, framework }: RulesInForce): void {
  if (rules.length > 0) return;
  if (framework !== undefined) {
    throw new UsageError(`no rule in force maps to ${framework}; choose more, e.g. --preset all`);
  }
  throw new UsageError(
    config === undefined
      ? 'no rule is in force; choose some with --preset or --rule'
      : `${config.file}: no rule is in force; add "extends": ["recommended"], or name rules in "rules"`,
  );
}

export const presetsWith = (presets: Presets, id: string): readonly string[] =>
  [...presets].filter(([, ids]) => ids.includes(id)).map(([name]) => name);
