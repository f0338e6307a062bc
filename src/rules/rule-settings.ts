import type { Fault } from '../errors.ts';
import { pointerOf } from '../json-file.ts';
import { expectedOneOf } from '../nearest.ts';
import type { Severity } from '../severity.ts';
import { own } from './kind-fact.ts';
import { type Match, matchFault } from './match.ts';
import { parameterMismatch } from './parameter-value.ts';
import type { LoadedRule, Override, Place, Rule } from './rule.ts';
import { findRule, unknownRule } from './rule-names.ts';

type Values = { readonly [name: string]: unknown };

export type RuleEntry =
  | 'off'
  | Severity
  | {
      readonly severity?: Severity;
      readonly parameters?: Values;
      readonly overrides?: readonly { readonly match: Match; readonly parameters: Values }[];
    };

/** What one config file says of rules, and where it says it. */
export type RuleSettings = {
  /** The presets that it names; `at` is a pointer into the file. */
  readonly presets: readonly { readonly name: string; readonly at: string }[];
  readonly rules?: { readonly [idOrName: string]: RuleEntry };
  readonly placeOf: (pointer: string) => Place;
};

/** What the config makes of a rule. */
export type Setting = {
  readonly off: boolean;
  readonly severity?: Severity;
  readonly parameters: Values;
  readonly overrides: readonly Override[];
  /** Of the entry that counts. */
  readonly place: Place;
};

export type KnownRules = {
  readonly loaded: readonly LoadedRule[];
  /** Of a rule that is not among those, for a mistake in its file. */
  readonly mayBeRule?: ((word: string) => boolean) | undefined;
};

/** What the config files make of each rule, by id, each over those before it; all names and parameters checked. */
export function settingsOf({ loaded, mayBeRule }: KnownRules, files: readonly RuleSettings[]) {
  const settings = new Map<string, Setting>();
  const faults: Fault[] = [];
  for (const file of files) {
    for (const { rule, entry, pointer } of entriesOf({ loaded, mayBeRule }, file, faults)) {
      settings.set(rule.id, settingOver(settings.get(rule.id), entry, file.placeOf(pointer)));
    }
  }
  return { settings, faults };
}

type Entry = { readonly rule: Rule; readonly entry: RuleEntry; readonly pointer: string };

function entriesOf({ loaded, mayBeRule }: KnownRules, file: RuleSettings, faults: Fault[]): readonly Entry[] {
  const seen = new Set<string>();
  return Object.entries(file.rules ?? {}).flatMap(([word, entry]) => {
    const pointer = pointerOf(['rules', word]);
    const found = findRule(loaded, word);
    if (found === undefined) {
      if (!mayBeRule?.(word)) faults.push(faultIn(file, pointer, unknownRule(loaded, word)));
      return [];
    }
    const { rule } = found;
    if (seen.has(rule.id)) faults.push(faultIn(file, pointer, twice(rule)));
    seen.add(rule.id);
    faults.push(...entryFaults(rule, entry, pointer, file));
    return [{ rule, entry, pointer }];
  });
}

const twice = (rule: Rule): string => `"${rule.id}" and "${rule.name}" are one rule: keep one entry`;

export function faultIn({ placeOf }: Pick<RuleSettings, 'placeOf'>, pointer: string, message: string): Fault {
  const { file, region } = placeOf(pointer);
  return { file, line: region.startLine, column: region.startColumn, message };
}

function settingOver(base: Setting | undefined, entry: RuleEntry, place: Place): Setting {
  const { parameters = {}, overrides = [], severity } = typeof entry === 'string' ? severityOf(entry) : entry;
  const before = { parameters: {}, overrides: [], ...base };
  return {
    ...before,
    off: entry === 'off',
    ...(severity === undefined ? {} : { severity }),
    parameters: { ...before.parameters, ...parameters },
    overrides: [...before.overrides, ...overrides],
    place,
  };
}

const severityOf = (entry: 'off' | Severity): Exclude<RuleEntry, string> =>
  entry === 'off' ? {} : { severity: entry };

function entryFaults(rule: Rule, entry: RuleEntry, at: string, file: RuleSettings): readonly Fault[] {
  const { parameters = {}, overrides = [] } = typeof entry === 'string' ? {} : entry;
  return [
    ...parameterFaultsIn(rule, parameters, `${at}/parameters`, file),
    ...overrides.flatMap(({ match, parameters: own }, index) => {
      const place = `${at}/overrides/${index}`;
      return [...matchFaults(rule, match, place, file), ...parameterFaultsIn(rule, own, `${place}/parameters`, file)];
    }),
  ];
}

function matchFaults(rule: Rule, match: Match, place: string, file: RuleSettings): readonly Fault[] {
  const found = matchFault(rule, match);
  if (found === undefined) return [];
  const [member, why] = found;
  return [faultIn(file, `${place}/match${member === undefined ? '' : `/${member}`}`, why)];
}

function parameterFaultsIn(rule: Rule, given: Values, at: string, file: RuleSettings): readonly Fault[] {
  const declared = rule.parameters ?? {};
  return Object.entries(given).flatMap(([name, value]) => {
    const parameter = own(declared, name);
    const names = Object.keys(declared);
    const unknown = `${rule.id} has no parameter "${name}"${names.length === 0 ? ': it has none' : expectedOneOf(name, names)}`;
    const mismatch = parameter && parameterMismatch(parameter, value);
    const message = parameter === undefined ? unknown : mismatch && `"${name}" of ${rule.id}: ${mismatch}`;
    return message === undefined ? [] : [faultIn(file, `${at}${pointerOf([name])}`, message)];
  });
}
