import { type Fault, faultsError, UsageError } from '../errors.ts';
import { expectedOneOf } from '../nearest.ts';
import type { ActiveRule, LoadedRule, Place } from './rule.ts';
import { knownRule } from './rule-names.ts';
import { faultIn, type KnownRules, type RuleSettings, type Setting, settingsOf } from './rule-settings.ts';

export type Presets = ReadonlyMap<string, readonly string[]>;

export type Selection = {
  readonly loaded: readonly LoadedRule[];
  readonly presets: Presets;
  /** The config and the files that it extends, its own last; undefined where there is none. */
  readonly config: readonly RuleSettings[] | undefined;
  readonly flags: { readonly preset?: readonly string[] | undefined; readonly rule?: readonly string[] | undefined };
};

/** The rules in force, sorted by id. Throws for names that nobody knows. */
export function selectRules(selection: Selection): readonly ActiveRule[] {
  const { loaded, presets, config = [], flags } = selection;
  const faults = settingFaults({ loaded }, presets, config);
  if (faults.length > 0) throw faultsError(faults);
  const unknown = flags.preset?.find((name) => !presets.has(name));
  if (unknown !== undefined) throw new UsageError(unknownPreset(unknown, presets));
  return selectKnown(selection);
}

/** The same, as far as the names are known. */
export function selectKnown({ loaded, presets, config, flags }: Selection): readonly ActiveRule[] {
  const { settings } = settingsOf({ loaded }, config ?? []);
  const preset = new Set(presetNames(loaded, config, flags.preset).flatMap((name) => presets.get(name) ?? []));
  const exactly = flags.rule && new Set(flags.rule.map((word) => knownRule(loaded, word).rule.id));
  // Of rules that a flag brought in, no line of the config is the cause.
  const places = flags.preset === undefined ? broughtBy(config ?? [], presets) : new Map<string, Place>();
  return loaded
    .filter((each) => exactly?.has(each.rule.id) ?? isOn(each, settings.get(each.rule.id), preset))
    .map((each) => active(each, settings.get(each.rule.id), places.get(each.rule.id)))
    .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

/** What is wrong with the names that config files give to rules, parameters and presets. */
export const settingFaults = (
  known: KnownRules,
  presets: Presets,
  config: readonly RuleSettings[],
): readonly Fault[] => [...presetFaults(config, presets), ...settingsOf(known, config).faults];

const isOn = ({ rule, origin }: LoadedRule, setting: Setting | undefined, preset: ReadonlySet<string>): boolean =>
  setting === undefined ? origin === 'own' || preset.has(rule.id) : !setting.off;

function active(loaded: LoadedRule, setting: Setting | undefined, brought: Place | undefined): ActiveRule {
  const { severity, parameters = {} } = loaded.rule;
  const defaults = Object.fromEntries(Object.entries(parameters).map(([name, each]) => [name, each.default]));
  const enabledAt = setting?.place ?? brought;
  const overrides = setting?.overrides ?? [];
  return {
    ...loaded,
    severity: setting?.severity ?? severity,
    parameters: { ...defaults, ...setting?.parameters },
    ...(overrides.length === 0 ? {} : { overrides }),
    ...(enabledAt === undefined ? {} : { enabledAt }),
  };
}

/** Whoever brings rules of their own, by config or flag, has chosen; whoever says nothing gets the recommended ones. */
function presetNames(
  loaded: readonly LoadedRule[],
  config: readonly RuleSettings[] | undefined,
  flag: readonly string[] | undefined,
): readonly string[] {
  if (flag !== undefined) return flag;
  if (config !== undefined) return config.flatMap(({ presets }) => presets.map(({ name }) => name));
  return loaded.some(({ origin }) => origin === 'own') ? [] : ['recommended'];
}

const unknownPreset = (name: string, presets: Presets): string =>
  `unknown preset "${name}"${expectedOneOf(name, [...presets.keys()])}`;

const presetFaults = (config: readonly RuleSettings[], known: Presets): readonly Fault[] =>
  config.flatMap((file) =>
    file.presets.flatMap(({ name, at }) => (known.has(name) ? [] : [faultIn(file, at, unknownPreset(name, known))])),
  );

/** Which element of `extends` brings a rule: the first that does, of the file nearest to the user. */
function broughtBy(config: readonly RuleSettings[], known: Presets): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { presets, placeOf } of config.toReversed()) {
    for (const { name, at } of presets) {
      const place = placeOf(at);
      for (const id of known.get(name) ?? []) if (!places.has(id)) places.set(id, place);
    }
  }
  return places;
}
