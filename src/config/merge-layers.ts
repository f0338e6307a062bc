import type { ConfigLayer } from './config-layer.ts';
import type { Config } from './config-schema.ts';

/** What the files say together, beside rules and presets. */
export type MergedConfig = Omit<Config, '$schema' | 'extends' | 'rules'>;

/** Each file over those before it: lists of rule files grow, tables are merged, anything else is replaced. */
export function mergeLayers(layers: readonly ConfigLayer[]): MergedConfig {
  return layers.map(({ config: { $schema, extends: _, rules, ...own } }) => own).reduce(mergedOver, {});
}

function mergedOver(base: MergedConfig, own: MergedConfig): MergedConfig {
  const ruleFiles = [...new Set([...(base.ruleFiles ?? []), ...(own.ruleFiles ?? [])])];
  const resourceTypes = typesOver(base.resourceTypes ?? {}, own.resourceTypes ?? {});
  const scope = { ...base.scope, ...own.scope };
  const accountAliases = { ...base.accountAliases, ...own.accountAliases };
  return {
    ...base,
    ...own,
    ...(ruleFiles.length === 0 ? {} : { ruleFiles }),
    ...(isEmpty(resourceTypes) ? {} : { resourceTypes }),
    ...(isEmpty(scope) ? {} : { scope }),
    ...(isEmpty(accountAliases) ? {} : { accountAliases }),
  };
}

type Types = NonNullable<Config['resourceTypes']>;

const typesOver = (base: Types, own: Types): Types =>
  Object.fromEntries(Object.keys({ ...base, ...own }).map((type) => [type, { ...base[type], ...own[type] }]));

const isEmpty = (table: object): boolean => Object.keys(table).length === 0;
