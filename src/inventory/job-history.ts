import { gapAt, type Question, standingLines } from './coverage-lines.ts';
import { leftOut } from './filters.ts';
import { gapOfLine, type Unread, wholly } from './gap.ts';
import type { Coverage } from './record.ts';
import type { ScopeShard } from './state-shards.ts';

const dayMs = 86_400_000;

type Span = { readonly from: number; readonly to: number };

/**
 * What all shards together leave unread of a job list. AWS forgets jobs after `horizonDays`, so each reading covers
 * that long before it; older readings add what AWS has forgotten since.
 */
export function unreadHistory(
  question: Question,
  shards: readonly ScopeShard[],
  horizonDays: number,
): readonly Unread[] {
  const readings = shards.map((part) => ({ asOf: part.asOf, lines: standingLines(question, part), part }));
  const whole = readings.filter(({ lines }) => lines.some(isWhole));
  const spans = union(whole.map(({ asOf }) => ({ from: asOf - horizonDays * dayMs, to: asOf })));
  const newest = readings.at(-1)?.asOf;
  const last = readings.filter(({ asOf }) => asOf === newest);
  const isCurrent = last.some(({ lines }) => lines.some(isWhole) || isUnavailable(lines));
  const now = isCurrent ? [] : unreadNow(question, last);
  if (spans.length === 0) return isCurrent ? [] : now;
  return [...now, ...between(question, spans)];
}

const isWhole = (line: Coverage): boolean => line.status === 'ok' && Object.keys(line.filters ?? {}).length === 0;
const isUnavailable = (lines: readonly Coverage[]): boolean =>
  lines.length > 0 && lines.every((line) => line.status === 'notAvailable');

type Reading = { readonly lines: readonly Coverage[]; readonly part: ScopeShard };

/** The newest readings did not see the whole list: jobs of any date may have been missed or have changed since. */
function unreadNow(question: Question, last: readonly Reading[]): readonly Unread[] {
  const lines = last.flatMap((reading) => reading.lines);
  const filtered = lines.flatMap((line) => (line.status === 'ok' && line.filters ? [line.filters] : []));
  if (filtered.length > 0) return leftOut(gapAt(question, 'filtered'), filtered);
  const gap = lines.map((line) => gapOfLine(line, question.operation, question.resource)).find((each) => each);
  if (gap !== undefined) return [wholly(gap)];
  return [wholly(gapAt(question, last.some(({ part }) => part.shard.cutOff) ? 'cutOff' : 'notRead'))];
}

/** Before the first span AWS had forgotten; between two spans nobody looked. */
function between(question: Question, spans: readonly Span[]): readonly Unread[] {
  return spans.map((span, index) => {
    const before = spans[index - 1];
    const gap = gapAt(question, before === undefined ? 'horizon' : 'notRead');
    return { gap, constraints: { date: { from: before?.to ?? -Infinity, to: span.from, toExcluded: true } } };
  });
}

function union(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}
