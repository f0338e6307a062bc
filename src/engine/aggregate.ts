import type { AggregateName } from '../catalogue/functions.ts';
import { isForgotten } from '../inventory/gap.ts';
import type { FactRef, Params } from '../rules/rule.ts';
import type { Accumulator, Candidate } from './aggregates/accumulator.ts';
import { distinct, values } from './aggregates/distinct.ts';
import { newest } from './aggregates/newest.ts';
import { count, max, min, sum } from './aggregates/numbers.ts';
import { type Answer, joinReasons, known, mapAnswer, type Reason, reasonsOf } from './answer.ts';
import type { Ask, Compiler, Judge } from './compiled.ts';
import type { Context } from './context.ts';
import { type Item, isItem } from './item.ts';
import { relatedMembers } from './related.ts';
import type { World } from './world/world.ts';

/** An aggregate's parts as functions. */
export type Aggregate = {
  readonly name: AggregateName;
  readonly of: string;
  readonly where: Judge | undefined;
  readonly facts: readonly Ask[];
  readonly take: number | undefined;
};

/** An aggregate over the records that `of` reaches and that `where` holds for, as a function. */
export function compileAggregate(name: AggregateName, params: Params, compiler: Compiler): Ask {
  const facts = params.fact === undefined ? [] : asList(params.fact);
  const asked = facts.map(compiler.fact);
  const aggregate: Aggregate = {
    name,
    of: String(params.of),
    where: params.where && compiler.condition(params.where),
    facts: name === 'newest' ? [] : asked,
    take: params.take,
  };
  const ofNewest = name === 'newest' ? asked[0] : undefined;
  return (context) => {
    const answer = accumulate(aggregate, context);
    return ofNewest === undefined ? answer : factOfNewest(answer, ofNewest, context);
  };
}

function accumulate(aggregate: Aggregate, context: Context): Answer {
  const accumulator = accumulatorOf(aggregate, context.world);
  const state = accumulator.start();
  for (const { item, reasons } of relatedMembers(context.item, aggregate.of, context.world)) {
    const candidate = candidateOf(aggregate, item, reasonsOf(reasons), context);
    if (candidate !== undefined) accumulator.add(state, candidate);
  }
  return accumulator.finish(state);
}

/** It is only ever given states of its own. */
export const accumulatorOf = ({ name, take }: Pick<Aggregate, 'name' | 'take'>, world: World): Accumulator<object> =>
  name === 'newest' ? newest(world, take) : accumulators[name];

const accumulators: { readonly [name in Exclude<AggregateName, 'newest'>]: Accumulator<object> } = {
  count,
  distinct,
  values,
  min,
  max,
  sum,
};

const ignore = (): void => {};
const none: Context['named'] = {};

/** The context of a `where`: the related record's own facts, and no named ones. */
export const whereContext = (item: Item, { world, target, parameters, touched }: Context): Context => ({
  ...{ world, item, target, parameters, touched },
  named: none,
  reached: ignore,
});

/** Undefined where the record is not counted. A record of an unread list, or one whose `where` is unknown, may count. */
export function candidateOf(
  { where, facts }: Aggregate,
  item: Item,
  membership: readonly Reason[],
  context: Context,
): Candidate | undefined {
  const inner = whereContext(item, context);
  const truth = where?.(inner);
  if (truth?.holds === false) return undefined;
  if (item.isPlaceholder) context.touched(item.unread.filter((gap) => !isForgotten(gap)));
  const isCertain = truth?.holds !== null && membership.length === 0 && !item.isPlaceholder;
  const reasons = truth === undefined ? membership : joinReasons([truth.reasons, membership]);
  return { item, isCertain, reasons, answers: facts.map((ask) => ask(inner)) };
}

const asList = (fact: FactRef | readonly FactRef[]): readonly FactRef[] => (isList(fact) ? fact : [fact]);
const isList = (fact: FactRef | readonly FactRef[]): fact is readonly FactRef[] => Array.isArray(fact);

/** The fact of the newest record, or of the first few. */
function factOfNewest(answer: Answer, ask: Ask, context: Context): Answer {
  const factOf = (value: unknown): Answer =>
    isItem(value) ? ask({ ...context, item: value, named: none }) : known(undefined);
  return mapAnswer(answer, (value) => (Array.isArray(value) ? listOfKnown(value.map(factOf)) : factOf(value)));
}

function listOfKnown(answers: readonly Answer[]): Answer {
  const open = answers.filter((answer) => answer.is !== 'known');
  if (open.length > 0) return { is: 'unknown', reasons: joinReasons(open.map(reasonsOf)) };
  return known(
    answers.flatMap((answer) => (answer.is === 'known' && answer.value !== undefined ? [answer.value] : [])),
  );
}
