import { leftOut } from './filters.ts';
import { type Gap, gapOfLine, type Unread, wholly } from './gap.ts';
import { type Coverage, recordCount, type Scope } from './record.ts';
import type { ScopeShard } from './state-shards.ts';

export type Question = { readonly scope: Scope; readonly operation: string; readonly resource?: string | undefined };

/** What the given shards leave unread of one operation. Nothing: it was read whole, or AWS does not offer it there. */
export function unreadOf(question: Question, parts: readonly ScopeShard[]): readonly Unread[] {
  const lines = parts.flatMap((part) => standingLines(question, part));
  if (lines.some((line) => line.status === 'ok' && isWhole(line))) return [];
  const filtered = lines.flatMap((line) => (line.status === 'ok' && line.filters ? [line.filters] : []));
  if (filtered.length > 0) return leftOut(gapAt(question, 'filtered'), filtered);
  const gaps = lines.flatMap((line) => gapOfLine(line, question.operation, question.resource) ?? []);
  if (gaps[0] !== undefined) return [wholly(lowest(gaps))];
  if (lines.length > 0) return [];
  return [wholly(gapAt(question, parts.some((part) => part.shard.cutOff) ? 'cutOff' : 'notRead'))];
}

export function gapAt({ scope, operation, resource }: Question, status: Gap['status']): Gap {
  const { accountId, region } = scope;
  return { accountId, region, operation, ...(resource === undefined ? {} : { resource }), status };
}

const isWhole = (line: Coverage): boolean => Object.keys(line.filters ?? {}).length === 0;

/** Which of several equal shards' gaps is named must not hang on their order. */
const lowest = (gaps: readonly Gap[]): Gap =>
  gaps.reduce((least, gap) => (JSON.stringify(gap) < JSON.stringify(least) ? gap : least));

/** The lines that speak of an operation: its own for this resource, else its own for all, else the scope's `*`. */
export function standingLines(question: Question, { shard, lines }: ScopeShard): readonly Coverage[] {
  const own = lines.filter((line) => line.operation === question.operation);
  const exact = own.filter((line) => line.resource === question.resource);
  const named = exact.length > 0 ? exact : own.filter((line) => line.resource === undefined);
  if (named.length > 0) return named.map((line) => (isTorn(line, shard.cutOff, recordCount(shard)) ? cut(line) : line));
  const stars = lines.filter((line) => line.operation === '*');
  // A shard that ends too soon cannot vouch for operations that it does not name.
  return shard.cutOff ? stars.map((line) => (line.status === 'ok' ? cut(line) : line)) : stars;
}

const cut = (line: Coverage): Coverage => ({ ...line, status: 'cutOff' });

/** A line that counts more records than the torn shard holds in all stood before records that are lost. */
const isTorn = (line: Coverage, cutOff: boolean, records: number): boolean =>
  cutOff && line.status === 'ok' && (line.items ?? 0) > records;
