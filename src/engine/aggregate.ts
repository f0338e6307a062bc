import type { AggregateName } from '../catalogue/functions.ts';
import { isForgotten } from '../inventory/gap.ts';
import type { FactRef, Params } from '../rules/rule.ts';
import type { Accumulator, Candidate } from './aggregates/accumulator.ts';
import { distinct, values } from './aggregates/distinct.ts';
import { newest } from './aggregates/newest.ts';
import { count, extreme, sum } from './aggregates/numbers.ts';
import { type Answer, joinReasons, known, mapAnswer, type Reason, reasonsOf } from './answer.ts';
import type { Context } from './context.ts';
import { isItem } from './item.ts';
import { relatedMembers } from './related.ts';
import type { World } from './world/world.ts';

/** An aggregate over the records that `of` reaches and that `where` holds for. */
export function aggregate(name: AggregateName, params: Params, context: Context): Answer {
  const accumulator = start(name, params, context.world);
  for (const member of relatedMembers(context.item, String(params.of), context.world)) {
    const candidate = candidateOf(member.item, reasonsOf(member.reasons), name, params, context);
    if (candidate !== undefined) accumulator.add(candidate);
  }
  const answer = accumulator.finish();
  const { fact } = params;
  return name === 'newest' && fact !== undefined ? factOfNewest(answer, asList(fact)[0] ?? '', context) : answer;
}

function start(name: AggregateName, { take }: Params, world: World): Accumulator {
  switch (name) {
    case 'count':
      return count();
    case 'distinct':
      return distinct();
    case 'values':
      return values();
    case 'min':
    case 'max':
      return extreme(name);
    case 'sum':
      return sum();
    case 'newest':
      return newest(world, take);
  }
}

/** Undefined where the record is not counted. A record of an unread list, or one whose `where` is unknown, may count. */
function candidateOf(
  item: Candidate['item'],
  membership: readonly Reason[],
  name: AggregateName,
  { where, fact }: Params,
  context: Context,
): Candidate | undefined {
  const inner = { ...context, item, named: {}, reached: () => {} };
  const truth = where === undefined ? { holds: true, reasons: [] } : context.judge(where, inner);
  if (truth.holds === false) return undefined;
  if (item.isPlaceholder) context.touched(item.unread.filter((gap) => !isForgotten(gap)));
  const isCertain = truth.holds === true && membership.length === 0 && !item.isPlaceholder;
  const facts = name === 'newest' || fact === undefined ? [] : asList(fact);
  const answers = facts.map((each) => context.fact(each, inner));
  return { item, isCertain, reasons: joinReasons([truth.reasons, membership]), answers };
}

const asList = (fact: FactRef | readonly FactRef[]): readonly FactRef[] => (isList(fact) ? fact : [fact]);
const isList = (fact: FactRef | readonly FactRef[]): fact is readonly FactRef[] => Array.isArray(fact);

/** The fact of the newest record, or of the first few. */
function factOfNewest(answer: Answer, fact: FactRef, context: Context): Answer {
  const factOf = (value: unknown): Answer =>
    isItem(value) ? context.fact(fact, { ...context, item: value, named: {} }) : known(undefined);
  return mapAnswer(answer, (value) => (Array.isArray(value) ? listOfKnown(value.map(factOf)) : factOf(value)));
}

function listOfKnown(answers: readonly Answer[]): Answer {
  const open = answers.filter((answer) => answer.is !== 'known');
  if (open.length > 0) return { is: 'unknown', reasons: joinReasons(open.map(reasonsOf)) };
  return known(
    answers.flatMap((answer) => (answer.is === 'known' && answer.value !== undefined ? [answer.value] : [])),
  );
}
