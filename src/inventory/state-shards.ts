import { operations } from '../catalogue/operations.ts';
import { eventKinds } from '../catalogue/record-kinds.ts';
import type { Coverage, Scope, Shard } from './record.ts';
import { recordsByScope } from './records-by-scope.ts';
import { scopeId } from './scope.ts';

/** A shard as far as it speaks of one scope. */
export type ScopeShard = { readonly shard: Shard; readonly asOf: number; readonly lines: readonly Coverage[] };

const isJobLine = ({ operation }: Coverage): boolean =>
  Object.hasOwn(operations, operation) && eventKinds.has(operations[operation as keyof typeof operations].yields);

/**
 * All shards by the scopes they name, newest last. AWS CLI output does not say when it was read: it belongs to the
 * newest shard of its scope.
 */
export function shardsByScope(shards: readonly Shard[], asOf: string): ReadonlyMap<string, readonly ScopeShard[]> {
  const byScope = new Map<string, ScopeShard[]>();
  for (const shard of shards) {
    for (const [id, lines] of linesByScope(shard)) {
      const entry = { shard, asOf: shard.asOf === undefined ? Number.NaN : Date.parse(shard.asOf), lines };
      byScope.set(id, [...(byScope.get(id) ?? []), entry]);
    }
  }
  for (const [id, entries] of byScope) byScope.set(id, dated(entries, Date.parse(asOf)));
  return byScope;
}

function dated(entries: readonly ScopeShard[], asOf: number): ScopeShard[] {
  const newest = Math.max(...entries.map((entry) => entry.asOf).filter((time) => !Number.isNaN(time)));
  const fallback = Number.isFinite(newest) ? newest : asOf;
  return entries
    .map((entry) => (Number.isNaN(entry.asOf) ? { ...entry, asOf: fallback } : entry))
    .sort((a, b) => a.asOf - b.asOf);
}

function linesByScope(shard: Shard): ReadonlyMap<string, Coverage[]> {
  const lines = new Map<string, Coverage[]>();
  const at = (scope: Scope): Coverage[] => {
    const id = scopeId(scope);
    const found = lines.get(id) ?? [];
    lines.set(id, found);
    return found;
  };
  for (const scope of shard.scopes) at(scope);
  for (const record of shard.records) at(record);
  for (const line of shard.coverage) at(line).push(line);
  return lines;
}

/**
 * The shards whose state of a scope counts: of all that tried to read any state of it the newest, and its equals, which
 * are parts of one. A denied try counts: yesterday's answer is no evidence for today.
 */
export function stateParts(id: string, entries: readonly ScopeShard[]): readonly ScopeShard[] {
  const tried = entries.filter((entry) => triedState(id, entry));
  const newest = tried.at(-1)?.asOf;
  return tried.filter((entry) => entry.asOf === newest);
}

/** Of a shard that was cut off nobody knows what it would have gone on to say. */
function triedState(id: string, { shard, lines }: ScopeShard): boolean {
  if (shard.cutOff || lines.some((line) => !isJobLine(line)) || shard.passing?.scopes.has(id)) return true;
  return (recordsByScope(shard).get(id) ?? []).some((record) => !eventKinds.has(record.kind));
}
