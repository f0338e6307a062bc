import type { ConfigLayer } from '../config/config-layer.ts';
import { pointerOf } from '../json-file.ts';
import { shortPaths } from '../output/short-paths.ts';
import type { ActiveRule, LoadedRule, Rule } from '../rules/rule.ts';
import type { RuleEntry } from '../rules/rule-settings.ts';
import type { RulesInForce } from '../rules-in-force.ts';
import { valuesOfFlag } from './given-flags.ts';
import { byDefault, placeText, type Sources, sortedTable, type Told } from './told.ts';

/** The rules in force, and those that the config names all the same: by id, with what says each value. */
export function tellRules({ loaded, rules }: RulesInForce, sources: Sources): { readonly [id: string]: unknown } {
  const active = new Map(rules.map((each) => [each.rule.id, each]));
  const told = loaded.filter(({ rule }) => active.has(rule.id) || entriesOf(rule, sources.layers).length > 0);
  return sortedTable(told.map((each) => [each.rule.id, tellRule(each, active.get(each.rule.id), sources)] as const));
}

function tellRule(loaded: LoadedRule, active: ActiveRule | undefined, sources: Sources) {
  const { rule } = loaded;
  const entries = entriesOf(rule, sources.layers);
  if (active === undefined) return { name: rule.name, inForce: { value: false, from: whyNot(entries, sources) } };
  const overrides = entries.flatMap((each) => tellOverrides(each, sources));
  return {
    name: rule.name,
    inForce: { value: true, from: whyInForce(active, sources) },
    severity: { value: active.severity, from: severityFrom(entries, sources) },
    parameters: sortedTable(
      Object.entries(active.parameters).map(([name, value]) => [name, tellParameter(name, value, entries, sources)]),
    ),
    ...(overrides.length === 0 ? {} : { overrides }),
  };
}

/** What a config file says of a rule. */
type Entry = { readonly layer: ConfigLayer; readonly at: string; readonly entry: RuleEntry };

const entriesOf = ({ id, name }: Rule, layers: readonly ConfigLayer[]): readonly Entry[] =>
  layers.flatMap((layer) =>
    [id, name].flatMap((word) => {
      const entry = Object.hasOwn(layer.rules ?? {}, word) ? layer.rules?.[word] : undefined;
      return entry === undefined ? [] : [{ layer, at: pointerOf(['rules', word]), entry }];
    }),
  );

const lineIn = ({ layer, at }: Entry, member: string, { cwd }: Sources): string =>
  placeText(layer.placeOf(`${at}${member}`), cwd);

function whyNot(entries: readonly Entry[], sources: Sources): string {
  const last = entries.at(-1);
  if (last?.entry === 'off') return lineIn(last, '', sources);
  return sources.given.has('rule') ? '--rule' : '--framework';
}

/** Own rules are in force because they are there. */
function whyInForce({ rule, enabledAt, origin, file }: ActiveRule, { given, cwd }: Sources): string {
  if (valuesOfFlag(given, 'rule')?.some((word) => word === rule.id || word === rule.name)) return '--rule';
  if (enabledAt !== undefined) return placeText(enabledAt, cwd);
  if (origin === 'own') return shortPaths(file, cwd);
  return given.has('preset') ? '--preset' : byDefault;
}

function severityFrom(entries: readonly Entry[], sources: Sources): string {
  const last = entries.findLast(({ entry }) =>
    typeof entry === 'string' ? entry !== 'off' : entry.severity !== undefined,
  );
  if (last === undefined) return byDefault;
  return lineIn(last, typeof last.entry === 'string' ? '' : '/severity', sources);
}

function tellParameter(name: string, value: unknown, entries: readonly Entry[], sources: Sources): Told {
  const last = entries.findLast(
    ({ entry }) => typeof entry === 'object' && Object.hasOwn(entry.parameters ?? {}, name),
  );
  const from = last && lineIn(last, `/parameters${pointerOf([name])}`, sources);
  return { value, from: from ?? byDefault };
}

const tellOverrides = (entry: Entry, sources: Sources) =>
  (typeof entry.entry === 'object' ? (entry.entry.overrides ?? []) : []).map((override, index) => ({
    ...override,
    from: lineIn(entry, `/overrides/${index}`, sources),
  }));
