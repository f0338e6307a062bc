import type { ConfigLayer } from '../config/config-layer.ts';
import type { Fault } from '../errors.ts';
import { pointerOf } from '../json-file.ts';
import { didYouMean, nearest } from '../nearest.ts';
import type { ActiveRule } from '../rules/rule.ts';
import { faultIn, type RuleEntry } from '../rules/rule-settings.ts';
import { isRegionName, matchDoubts } from './match-doubts.ts';

export type Around = {
  /** In force, by the whole config. */
  readonly rules: readonly ActiveRule[];
  /** The resource types that this version knows, and those that the whole config adds. */
  readonly types: readonly string[];
  readonly addedTypes: readonly string[];
};

/** What a config file may say, and that comes to nothing. */
export const configDoubts = (layer: ConfigLayer, around: Around): readonly Fault[] => [
  ...Object.entries(layer.rules ?? {}).flatMap(([word, entry]) => entryDoubts(word, entry, layer, around)),
  ...typeDoubts(layer, around),
  ...regionDoubts(layer),
];

/** AWS adds types, and a config may well know one that this version does not: so only what looks mistyped. */
const typeDoubts = ({ config, ...layer }: ConfigLayer, { types }: Around): readonly Fault[] =>
  Object.keys(config.resourceTypes ?? {})
    .filter((type) => !types.includes(type) && nearest(type, types) !== undefined)
    .map((type) =>
      faultIn(layer, pointerOf(['resourceTypes', type]), `unknown resource type "${type}"${didYouMean(type, types)}`),
    );

function regionDoubts(layer: ConfigLayer): readonly Fault[] {
  const regions = layer.config.scope?.regions ?? [];
  return regions.flatMap((region, index) =>
    isRegionName(region) || region === 'all'
      ? []
      : [
          faultIn(
            layer,
            `/scope/regions/${index}`,
            `"${region}" is no Region: expected one such as "eu-west-1", or "all"`,
          ),
        ],
  );
}

function entryDoubts(word: string, entry: RuleEntry, layer: ConfigLayer, around: Around): readonly Fault[] {
  const active = around.rules.find(({ rule }) => rule.id === word || rule.name === word);
  const types = [...around.types, ...around.addedTypes];
  const overrides = typeof entry === 'string' ? [] : (entry.overrides ?? []);
  if (active === undefined || overrides.length === 0) return [];
  return overrides.flatMap(({ match, parameters }, index) => {
    const at = pointerOf(['rules', word, 'overrides', index]);
    const doubts = matchDoubts(match, [active.rule.target].flat(), types);
    return [
      ...doubts.map(([member, why]) => faultIn(layer, `${at}/match/${member}`, why)),
      ...(changesNothing(active, parameters)
        ? [faultIn(layer, at, `changes nothing: ${sameText(active, parameters)}`)]
        : []),
    ];
  });
}

type Values = { readonly [name: string]: unknown };

const sameText = ({ rule }: ActiveRule, parameters: Values): string =>
  Object.keys(parameters).length === 0
    ? 'it gives no parameter'
    : `these are the parameters of ${rule.id} for everything`;

/** An override before it may have changed them, so that it changes them back. */
function changesNothing({ parameters, overrides = [] }: ActiveRule, own: Values): boolean {
  const isSame = (name: string): boolean =>
    JSON.stringify(own[name]) === JSON.stringify(parameters[name]) &&
    overrides.every((other) => JSON.stringify(other.parameters[name] ?? own[name]) === JSON.stringify(own[name]));
  return Object.keys(own).every(isSame);
}
