import type { ConfigLayer } from '../config/config-layer.ts';
import { pointerOf } from '../json-file.ts';
import { shortPaths } from '../output/short-paths.ts';
import type { RulesInForce } from '../rules-in-force.ts';
import { type FlagName, flagOf } from './flags.ts';
import { type Given, valuesOfFlag } from './given-flags.ts';
import { tellRules } from './rule-in-force.ts';
import { byDefault, lineOf, placeText, sortedTable, type Told } from './told.ts';

type Around = { readonly layers: readonly ConfigLayer[]; readonly given: Given; readonly cwd: string };

/** All that config and flags come to, each value with what says it: a line, a flag, or nobody. */
export function configInForce(inForce: RulesInForce, given: Given, cwd: string): { readonly [name: string]: unknown } {
  const { config } = inForce;
  const around = { layers: config?.layers ?? [], given, cwd };
  const said: { readonly [member: string]: unknown } = { ...config };
  const one = (member: string, flag?: FlagName, usual?: unknown) =>
    tellOne(said[member], `/${member}`, { flag, usual }, around);
  return sortedTable([
    ['accountAliases', tellTable(config?.accountAliases, '/accountAliases', around)],
    ['category', one('category', 'category', 'backuplint')],
    ['extends', tellPresets(inForce, around)],
    ['failOn', one('failOn', 'fail-on', 'high')],
    ['files', around.layers.map(({ file }) => shortPaths(file, cwd))],
    ['framework', one('framework', 'framework')],
    ['maxWaiverDays', one('maxWaiverDays')],
    ['resourceTypes', tellTypes(inForce, around)],
    ['ruleFiles', tellRuleFiles(around)],
    ['rules', tellRules(inForce, around)],
    ['scope', tellScope(inForce, around)],
    ['waivers', one('waivers')],
  ]);
}

type Source = { readonly flag: FlagName | undefined; readonly usual?: unknown };

/** A flag goes before the config; undefined where nobody says it. */
function tellOne(
  said: unknown,
  pointer: string,
  { flag, usual }: Source,
  { layers, given, cwd }: Around,
): Told | undefined {
  const values = flag && valuesOfFlag(given, flag);
  if (flag !== undefined && values !== undefined) {
    return { value: flagOf(flag).type === 'list' ? values : values[0], from: `--${flag}` };
  }
  if (said === undefined) return usual === undefined ? undefined : { value: usual, from: byDefault };
  const value = typeof said === 'string' ? shortPaths(said, cwd) : said;
  return { value, from: lineOf(layers, pointer, cwd) ?? byDefault };
}

const tellTable = (table: { readonly [name: string]: unknown } | undefined, at: string, around: Around) =>
  table &&
  sortedTable(
    Object.entries(table).map(([name, value]) => [
      name,
      tellOne(value, `${at}${pointerOf([name])}`, { flag: undefined }, around),
    ]),
  );

const tellTypes = ({ config }: RulesInForce, around: Around) =>
  config?.resourceTypes &&
  sortedTable(
    Object.entries(config.resourceTypes).map(([type, abilities]) => [
      type,
      tellTable(abilities, pointerOf(['resourceTypes', type]), around),
    ]),
  );

function tellPresets({ config, loaded }: RulesInForce, { layers, given, cwd }: Around): readonly Told[] {
  const flag = valuesOfFlag(given, 'preset');
  if (flag !== undefined) return flag.map((value) => ({ value, from: '--preset' }));
  const own = loaded.some(({ origin }) => origin === 'own');
  if (config === undefined) return own ? [] : [{ value: 'recommended', from: byDefault }];
  return layers.flatMap(({ presets, placeOf }) =>
    presets.map(({ name, at }) => ({ value: name, from: placeText(placeOf(at), cwd) })),
  );
}

const tellRuleFiles = ({ layers, given, cwd }: Around): readonly Told[] => [
  ...layers.flatMap(({ config, placeOf }) =>
    (config.ruleFiles ?? []).map((file, index) => ({
      value: shortPaths(file, cwd),
      from: placeText(placeOf(`/ruleFiles/${index}`), cwd),
    })),
  ),
  ...(valuesOfFlag(given, 'rule-file') ?? []).map((value) => ({ value, from: '--rule-file' })),
];

const scopeFlags = { regions: 'region', accounts: 'account', roleName: 'role-name', copyAccounts: undefined } as const;

/** What --org or a list of accounts says stands in no value of its own. */
function tellScope({ config }: RulesInForce, around: Around) {
  const isElsewhere = around.given.has('org') || around.given.has('accounts-file');
  const scope: { readonly [member: string]: unknown } = { ...config?.scope };
  const told = Object.entries(scopeFlags).map(([member, flag]) => {
    const said = member === 'accounts' && isElsewhere ? undefined : scope[member];
    return [member, tellOne(said, `/scope/${member}`, { flag }, around)] as const;
  });
  return told.every(([, value]) => value === undefined) ? undefined : sortedTable(told);
}
