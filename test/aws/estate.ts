import type { RecordKind } from '../../src/catalogue/record-kinds.ts';
import type { AwsRecord, Scope, Shard } from '../../src/inventory/record.ts';
import { scopeId } from '../../src/inventory/scope.ts';
import type { ItemList } from './item-list.ts';
import type { AwsOptions } from './options.ts';

/** What the server answers from. */
export type Estate = {
  readonly options: AwsOptions;
  readonly caller: string;
  /** Sorted. */
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly records: (scope: Scope, kind: RecordKind) => readonly AwsRecord[];
  /** Made once for each key. */
  readonly list: (key: string, make: () => ItemList) => ItemList;
};

export function estateOf(options: AwsOptions): Estate {
  const scopes = options.shards.flatMap((shard) => shard.scopes);
  const lists = new Map<string, ItemList>();
  const records = recordsOf(options.shards);
  const accounts = [...new Set(scopes.map(({ accountId }) => accountId))].sort();
  return {
    options,
    caller: options.caller ?? scopes[0]?.accountId ?? '000000000000',
    accounts,
    regions: [...new Set(scopes.map(({ region }) => region))].sort(),
    records: (scope, kind) => records.get(`${scopeId(scope)} ${kind}`) ?? [],
    list: (key, make) => {
      const list = lists.get(key) ?? make();
      lists.set(key, list);
      return list;
    },
  };
}

function recordsOf(shards: readonly Shard[]): ReadonlyMap<string, readonly AwsRecord[]> {
  const records = new Map<string, AwsRecord[]>();
  for (const record of shards.flatMap((shard) => shard.records)) {
    const key = `${scopeId(record)} ${record.kind}`;
    const some = records.get(key);
    if (some === undefined) records.set(key, [record]);
    else some.push(record);
  }
  return records;
}
