import type { Fault } from '../errors.ts';
import { pointerOf } from '../json-file.ts';
import { expectedOneOf } from '../nearest.ts';
import type { Severity } from '../severity.ts';
import { own } from './kind-fact.ts';
import { parameterMismatch } from './parameter-value.ts';
import type { LoadedRule, Place } from './rule.ts';
import { findRule, unknownRule } from './rule-names.ts';

export type RuleEntry =
  | 'off'
  | Severity
  | { readonly severity?: Severity; readonly parameters?: { readonly [name: string]: unknown } };

/** What the config says of rules, and where it says it. */
export type RuleSettings = {
  readonly extends?: readonly string[];
  readonly rules?: { readonly [idOrName: string]: RuleEntry };
  readonly placeOf: (pointer: string) => Place;
};

/** One entry of the config's `rules`. */
export type Setting = {
  readonly off: boolean;
  readonly severity?: Severity;
  readonly parameters: { readonly [name: string]: unknown };
  readonly place: Place;
};

/** The entries by rule id; each name and parameter checked. */
export function settingsOf(loaded: readonly LoadedRule[], config: RuleSettings | undefined) {
  const settings = new Map<string, Setting>();
  const faults: Fault[] = [];
  for (const [word, entry] of Object.entries(config?.rules ?? {})) {
    if (config === undefined) continue;
    const pointer = pointerOf(['rules', word]);
    const found = findRule(loaded, word);
    if (found === undefined) faults.push(faultIn(config, pointer, unknownRule(loaded, word)));
    else if (settings.has(found.rule.id)) faults.push(faultIn(config, pointer, twice(found)));
    else settings.set(found.rule.id, settingOf(entry, config.placeOf(pointer)));
    if (found !== undefined) faults.push(...parameterFaultsOf(found, entry, pointer, config));
  }
  return { settings, faults };
}

const twice = ({ rule }: LoadedRule): string => `"${rule.id}" and "${rule.name}" are one rule: keep one entry`;

function faultIn({ placeOf }: RuleSettings, pointer: string, message: string): Fault {
  const { file, region } = placeOf(pointer);
  return { file, line: region.startLine, column: region.startColumn, message };
}

function settingOf(entry: RuleEntry, place: Place): Setting {
  if (entry === 'off') return { off: true, parameters: {}, place };
  if (typeof entry === 'string') return { off: false, severity: entry, parameters: {}, place };
  const severity = entry.severity === undefined ? {} : { severity: entry.severity };
  return { off: false, ...severity, parameters: entry.parameters ?? {}, place };
}

function parameterFaultsOf(
  { rule }: LoadedRule,
  entry: RuleEntry,
  pointer: string,
  config: RuleSettings,
): readonly Fault[] {
  const declared = rule.parameters ?? {};
  const given = typeof entry === 'string' ? {} : (entry.parameters ?? {});
  return Object.entries(given).flatMap(([name, value]) => {
    const parameter = own(declared, name);
    const names = Object.keys(declared);
    const unknown = `${rule.id} has no parameter "${name}"${names.length === 0 ? ': it has none' : expectedOneOf(name, names)}`;
    const mismatch = parameter && parameterMismatch(parameter, value);
    const message = parameter === undefined ? unknown : mismatch && `"${name}" of ${rule.id}: ${mismatch}`;
    return message === undefined ? [] : [faultIn(config, `${pointer}${pointerOf(['parameters', name])}`, message)];
  });
}
