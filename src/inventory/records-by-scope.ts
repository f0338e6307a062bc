import type { AwsRecord, Shard } from './record.ts';
import { scopeId } from './scope.ts';

const indexed = new WeakMap<Shard, ReadonlyMap<string, readonly AwsRecord[]>>();

/** A shard of a whole organization is walked once, not once a scope. */
export function recordsByScope(shard: Shard): ReadonlyMap<string, readonly AwsRecord[]> {
  const known = indexed.get(shard);
  if (known !== undefined) return known;
  const byScope = new Map<string, AwsRecord[]>();
  for (const record of shard.records) {
    const id = scopeId(record);
    const found = byScope.get(id);
    if (found === undefined) byScope.set(id, [record]);
    else found.push(record);
  }
  indexed.set(shard, byScope);
  return byScope;
}
