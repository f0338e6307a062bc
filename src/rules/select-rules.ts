import { faultsError, UsageError } from '../errors.ts';
import { expectedOneOf } from '../nearest.ts';
import type { ActiveRule, LoadedRule, Place } from './rule.ts';
import { knownRule } from './rule-names.ts';
import { type RuleSettings, type Setting, settingsOf } from './rule-settings.ts';

export type Presets = ReadonlyMap<string, readonly string[]>;

export type Selection = {
  readonly loaded: readonly LoadedRule[];
  readonly presets: Presets;
  readonly config: RuleSettings | undefined;
  readonly flags: { readonly preset?: readonly string[] | undefined; readonly rule?: readonly string[] | undefined };
};

/** The rules in force, sorted by id. */
export function selectRules({ loaded, presets, config, flags }: Selection): readonly ActiveRule[] {
  const { settings, faults } = settingsOf(loaded, config);
  const extended = extendedBy(config, presets);
  if (config !== undefined && faults.length + extended.faults.length > 0) {
    throw faultsError([...extended.faults, ...faults]);
  }
  const preset = new Set(presetNames(loaded, config, flags.preset).flatMap((name) => presetIds(name, presets)));
  const exactly = flags.rule && new Set(flags.rule.map((word) => knownRule(loaded, word).rule.id));
  // Of rules that a flag brought in, no line of the config is the cause.
  const places = flags.preset === undefined ? extended.places : new Map<string, Place>();
  return loaded
    .filter((each) => exactly?.has(each.rule.id) ?? isOn(each, settings.get(each.rule.id), preset))
    .map((each) => active(each, settings.get(each.rule.id), places.get(each.rule.id)))
    .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

const isOn = ({ rule, origin }: LoadedRule, setting: Setting | undefined, preset: ReadonlySet<string>): boolean =>
  setting === undefined ? origin === 'own' || preset.has(rule.id) : !setting.off;

function active(loaded: LoadedRule, setting: Setting | undefined, extended: Place | undefined): ActiveRule {
  const { severity, parameters = {} } = loaded.rule;
  const defaults = Object.fromEntries(Object.entries(parameters).map(([name, each]) => [name, each.default]));
  const enabledAt = setting?.place ?? extended;
  return {
    ...loaded,
    severity: setting?.severity ?? severity,
    parameters: { ...defaults, ...setting?.parameters },
    ...(enabledAt === undefined ? {} : { enabledAt }),
  };
}

/** Whoever brings rules of their own, by config or flag, has chosen; whoever says nothing gets the recommended ones. */
function presetNames(
  loaded: readonly LoadedRule[],
  config: RuleSettings | undefined,
  flag: readonly string[] | undefined,
): readonly string[] {
  if (flag !== undefined) return flag;
  if (config !== undefined) return config.extends ?? [];
  return loaded.some(({ origin }) => origin === 'own') ? [] : ['recommended'];
}

function presetIds(name: string, presets: Presets): readonly string[] {
  const ids = presets.get(name);
  if (ids === undefined) throw new UsageError(unknownPreset(name, presets));
  return ids;
}

const unknownPreset = (name: string, presets: Presets): string =>
  `unknown preset "${name}"${expectedOneOf(name, [...presets.keys()])}`;

/** Which element of `extends` brings a rule: the first that does. */
function extendedBy(config: RuleSettings | undefined, presets: Presets) {
  const names = config?.extends ?? [];
  const places = new Map<string, Place>();
  const faults = names.flatMap((name, index) => {
    const place = config?.placeOf(`/extends/${index}`);
    const ids = presets.get(name);
    if (place === undefined) return [];
    for (const id of ids ?? []) if (!places.has(id)) places.set(id, place);
    const { startLine: line, startColumn: column } = place.region;
    return ids === undefined ? [{ file: place.file, line, column, message: unknownPreset(name, presets) }] : [];
  });
  return { places, faults };
}
