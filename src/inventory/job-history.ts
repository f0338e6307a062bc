import { gapAt, type Question, standingLines, unreadOf } from './coverage-lines.ts';
import type { Unread } from './gap.ts';
import type { ScopeShard } from './state-shards.ts';

const dayMs = 86_400_000;

type Span = { readonly from: number; readonly to: number };

/**
 * What all shards together leave unread of a job list. AWS forgets jobs after `horizonDays`, so each reading covers
 * that long before it; older readings add what AWS has forgotten since. What the newest one did not see may be of any
 * date: jobs may have been missed, or have changed since an older one saw them.
 */
export function unreadHistory(
  question: Question,
  shards: readonly ScopeShard[],
  horizonDays: number,
): readonly Unread[] {
  const readAt = (time: number | undefined) => shards.filter(({ asOf }) => asOf === time);
  const newest = shards.at(-1)?.asOf;
  const now = unreadOf(question, readAt(newest));
  if (now.some(isWhole)) return now;
  const times = [...new Set(shards.map(({ asOf }) => asOf))].filter(
    (time) => wasRead(question, readAt(time)) && (time === newest || unreadOf(question, readAt(time)).length === 0),
  );
  return [...now, ...between(question, union(times.map((to) => ({ from: to - horizonDays * dayMs, to }))))];
}

const isWhole = ({ constraints }: Unread): boolean => Object.keys(constraints).length === 0;

const wasRead = (question: Question, parts: readonly ScopeShard[]): boolean =>
  parts.some((part) => standingLines(question, part).some(({ status }) => status === 'ok'));

/** Before the first span AWS had forgotten, and between two spans as well: nobody looked in time. */
function between(question: Question, spans: readonly Span[]): readonly Unread[] {
  return spans.map((span, index) => {
    const before = spans[index - 1];
    return {
      gap: gapAt(question, 'horizon'),
      constraints: { date: { from: before?.to ?? -Infinity, to: span.from, toExcluded: true } },
    };
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
