import { resolve } from 'node:path';
import { extendedFile } from '../config/config-layer.ts';
import { pointerOf } from '../json-file.ts';
import { shortPaths } from '../output/short-paths.ts';
import type { RulesInForce } from '../rules-in-force.ts';
import { type FlagName, flagOf } from './flags.ts';
import { type Given, valuesOfFlag } from './given-flags.ts';
import { tellRules } from './rule-in-force.ts';
import { byDefault, lineOf, placeText, type Sources, sortedTable, type Told } from './told.ts';

export type ConfigInForce = { readonly [member: string]: unknown };

/** All that config and flags come to, each value with what says it: a line, a flag, or nobody. */
export function configInForce(inForce: RulesInForce, given: Given, cwd: string): ConfigInForce {
  const { config } = inForce;
  const sources = { layers: config?.layers ?? [], given, cwd };
  const said: { readonly [member: string]: unknown } = { ...config };
  const one = (member: string, flag?: FlagName, usual?: unknown) =>
    tellOne(said[member], `/${member}`, { flag, usual }, sources);
  return sortedTable([
    ['accountAliases', tellTable(config?.accountAliases, '/accountAliases', sources)],
    ['category', one('category', 'category', 'backuplint')],
    ['extends', tellPresets(inForce, sources)],
    ['failOn', one('failOn', 'fail-on', 'high')],
    ['files', tellFiles(sources)],
    ['flags', tellFlags(sources)],
    ['maxWaiverDays', one('maxWaiverDays')],
    ['resourceTypes', tellTypes(inForce, sources)],
    ['ruleFiles', tellRuleFiles(sources)],
    ['rules', tellRules(inForce, sources)],
    ['scope', tellScope(inForce, sources)],
    ['waivers', one('waivers', 'waivers')],
  ]);
}

type Source = { readonly flag: FlagName | undefined; readonly usual?: unknown };

/** A flag goes before the config; undefined where nobody says it. */
function tellOne(said: unknown, pointer: string, { flag, usual }: Source, sources: Sources): Told | undefined {
  const told = flag && tellFlag(flag, sources);
  if (told !== undefined) return told;
  const from = said === undefined ? undefined : lineOf(pointer, sources);
  if (from === undefined) return usual === undefined ? undefined : { value: usual, from: byDefault };
  return { value: typeof said === 'string' ? shortPaths(said, sources.cwd) : said, from };
}

function tellFlag(flag: FlagName, { given }: Sources): Told | undefined {
  const values = valuesOfFlag(given, flag);
  if (values === undefined) return undefined;
  const { type } = flagOf(flag);
  const value = type === 'switch' ? values[0] === 'true' : type === 'value' ? values[0] : values;
  return { value, from: `--${flag}` };
}

/** Flags that say something which stands in the config as well, or that is no setting. */
const elsewhere: readonly FlagName[] = [
  ...(['config', 'preset', 'rule-file', 'region', 'account', 'role-name'] as const),
  ...(['fail-on', 'category', 'waivers', 'print-config'] as const),
];

function tellFlags(sources: Sources) {
  const others = [...sources.given.keys()].filter((name) => !elsewhere.includes(name));
  return others.length === 0 ? undefined : sortedTable(others.map((name) => [name, tellFlag(name, sources)]));
}

/** All files of the config, each with what names it, in the order in which they count: the last has the last word. */
function tellFiles({ layers, given, cwd }: Sources): readonly Told[] {
  return layers.map(({ file }, index) => {
    const named = layers.flatMap((layer) =>
      (layer.config.extends ?? []).flatMap((name, at) =>
        extendedFile(layer.file, name) === file ? [placeText(layer.placeOf(`/extends/${at}`), cwd)] : [],
      ),
    );
    const own = given.has('config') ? '--config' : byDefault;
    return { value: shortPaths(file, cwd), from: index === layers.length - 1 ? own : (named[0] ?? byDefault) };
  });
}

const tellTable = (table: { readonly [name: string]: unknown } | undefined, at: string, sources: Sources) =>
  table &&
  sortedTable(
    Object.entries(table).map(([name, value]) => [
      name,
      tellOne(value, `${at}${pointerOf([name])}`, { flag: undefined }, sources),
    ]),
  );

const tellTypes = ({ config }: RulesInForce, sources: Sources) =>
  config?.resourceTypes &&
  sortedTable(
    Object.entries(config.resourceTypes).map(([type, abilities]) => [
      type,
      tellTable(abilities, pointerOf(['resourceTypes', type]), sources),
    ]),
  );

function tellPresets({ config, loaded }: RulesInForce, sources: Sources): readonly Told[] {
  const { layers, given, cwd } = sources;
  const flag = valuesOfFlag(given, 'preset');
  if (flag !== undefined) return flag.map((value) => ({ value, from: '--preset' }));
  const own = loaded.some(({ origin }) => origin === 'own');
  if (config === undefined) return own ? [] : [{ value: 'recommended', from: byDefault }];
  return layers.flatMap(({ presets, placeOf }) =>
    presets.map(({ name, at }) => ({ value: name, from: placeText(placeOf(at), cwd) })),
  );
}

const tellRuleFiles = ({ layers, given, cwd }: Sources): readonly Told[] => [
  ...layers.flatMap(({ config, placeOf }) =>
    (config.ruleFiles ?? []).map((file, index) => ({
      value: shortPaths(file, cwd),
      from: placeText(placeOf(`/ruleFiles/${index}`), cwd),
    })),
  ),
  ...(valuesOfFlag(given, 'rule-file') ?? []).map((file) => ({
    value: shortPaths(resolve(cwd, file), cwd),
    from: '--rule-file',
  })),
];

const scopeFlags = { regions: 'region', accounts: 'account', roleName: 'role-name', copyAccounts: undefined } as const;

/** Which accounts --org or a list of accounts comes to is not known here; the flag stands among the flags. */
function tellScope({ config }: RulesInForce, sources: Sources) {
  const isElsewhere = sources.given.has('org') || sources.given.has('accounts-file');
  const scope: { readonly [member: string]: unknown } = { ...config?.scope };
  const told = Object.entries(scopeFlags).map(([member, flag]) => {
    const said = member === 'accounts' && isElsewhere ? undefined : scope[member];
    return [member, tellOne(said, `/scope/${member}`, { flag }, sources)] as const;
  });
  return told.every(([, value]) => value === undefined) ? undefined : sortedTable(told);
}
