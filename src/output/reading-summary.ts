import type { Coverage } from '../inventory/record.ts';
import { plural } from '../reporters/pretty/page.ts';
import { callCount, duration, type Reading } from './progress.ts';

type Summary = Reading & { readonly gaps: readonly Coverage[] };

/** Gaps named one by one: a report or the inventory has them all. */
const namedGaps = 10;

/** What a live reading came to, for stderr. */
export function readingSummary(reading: Summary, seconds: number): readonly string[] {
  const { scopes, scopesDone, records, throttles, gaps } = reading;
  const part = scopesDone === scopes ? plural(scopes, 'scope') : `${scopesDone} of ${plural(scopes, 'scope')}`;
  const calls = `${plural(callCount(reading), 'call')}, ${throttles} throttled`;
  return [
    `read ${part} in ${duration(seconds)}: ${plural(records, 'record')}, ${calls}`,
    ...(reading.calls.size === 0 ? [] : [byOperation(reading)]),
    ...gapLines(gaps),
  ];
}

const byOperation = ({ calls }: Reading): string =>
  [...calls]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([operation, count]) => `${operation} ${count.toLocaleString('en-US')}`)
    .join(', ');

function gapLines(gaps: readonly Coverage[]): readonly string[] {
  if (gaps.length === 0) return [];
  const more = gaps.length > namedGaps ? [`and ${plural(gaps.length - namedGaps, 'more gap', 'more gaps')}`] : [];
  return ['not read:', ...sorted(gaps).slice(0, namedGaps), ...more];
}

const sorted = (gaps: readonly Coverage[]): readonly string[] => gaps.map(gapLine).sort();

function gapLine({ operation, resource, accountId, region, status, error }: Coverage): string {
  const what = operation === '*' ? 'everything' : operation;
  const why = error === undefined ? '' : ` (${error.name}: ${error.message})`;
  return `- ${what}${resource === undefined ? '' : ` of ${resource}`} in ${accountId}/${region}: ${status}${why}`;
}
