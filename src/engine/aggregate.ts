import { type AggregateName, aggregateNames, functionNames, globalNames } from '../catalogue/functions.ts';
import { type Gap, isForgotten } from '../inventory/gap.ts';
import type { FactRef, Reference } from '../rules/rule.ts';
import type { Accumulator, Candidate } from './aggregates/accumulator.ts';
import { distinct, values } from './aggregates/distinct.ts';
import { newest } from './aggregates/newest.ts';
import { count, max, min, sum } from './aggregates/numbers.ts';
import { type Answer, joinReasons, known, mapAnswer, type Reason, reasonsOf } from './answer.ts';
import type { Aggregate, Ask, Compiler } from './compiled.ts';
import type { Context, MovingContext } from './context.ts';
import { type Item, isItem } from './item.ts';
import { ownersOfPoints, pointsOf } from './points/fed-points.ts';
import { relatedMembers } from './related.ts';
import type { Member, PlaceholderCandidate, World } from './world/world.ts';

export function compileAggregate({ fact: name, params = {} }: Reference, compiler: Compiler): Aggregate {
  const facts = params.fact === undefined ? [] : asList(params.fact);
  const asked = facts.map(compiler.fact);
  if (!isAggregateName(name)) throw new Error(`${name} is no aggregate`);
  return {
    name,
    of: String(params.of).split('.'),
    where: params.where && compiler.condition(params.where),
    facts: name === 'newest' ? [] : asked,
    ofNewest: name === 'newest' ? asked[0] : undefined,
    factOfNewest: name === 'newest' ? plainFact(facts[0]) : undefined,
    take: params.take,
    asksTarget: /"target"/.test(JSON.stringify(params)),
  };
}

function plainFact(fact: FactRef | undefined): string | undefined {
  const name = typeof fact === 'object' ? fact.fact : fact;
  return functionNames.includes(name ?? '') || globalNames.some((each) => each === name) ? undefined : name;
}

const isAggregateName = (name: string): name is AggregateName => aggregateNames.some((each) => each === name);

/** An aggregate over the records that `of` reaches and that `where` holds for, as a function. */
export const aggregated =
  (aggregate: Aggregate): Ask =>
  (context) => {
    const answer = accumulate(aggregate, context);
    return aggregate.ofNewest === undefined ? answer : factOfNewest(answer, aggregate.ofNewest, context);
  };

function accumulate(aggregate: Aggregate, context: Context): Answer {
  const { world, item } = context;
  const accumulator = accumulatorOf(aggregate, world);
  const state = accumulator.start();
  const inner = whereContext(item, context);
  const add = ({ item: record, reasons }: Member) => {
    inner.item = record;
    const candidate = record.isPlaceholder
      ? placeholderCandidate(aggregate, record, reasonsOf(reasons), context)
      : candidateOf(aggregate, reasonsOf(reasons), inner);
    if (candidate !== undefined) accumulator.add(state, candidate);
  };
  const owners = ownersOfPoints(item, aggregate.of, world);
  if (owners === undefined) for (const member of relatedMembers(item, aggregate.of, world)) add(member);
  for (const owner of owners ?? []) {
    const { passed, touched, held } = pointsOf(owner, aggregate, world);
    if (touched !== undefined) context.touched([...touched]);
    if (passed !== undefined) accumulator.merge(state, passed);
    for (const member of held) add(member);
  }
  return accumulator.finish(state);
}

/** It is only ever given states of its own. */
export const accumulatorOf = (
  { name, take }: Pick<Aggregate, 'name' | 'take'>,
  world: World,
  keep?: (item: Item) => Item,
): Accumulator<object> => (name === 'newest' ? newest(world, take, keep) : accumulators[name]);

const accumulators: { readonly [name in Exclude<AggregateName, 'newest'>]: Accumulator<object> } = {
  count,
  distinct,
  values,
  min,
  max,
  sum,
};

const ignore = (): void => {};
const noAnswers: readonly Answer[] = [];

/** The context of a `where`: the related record's own facts, and no named ones. It moves on from record to record. */
const whereContext = (item: Item, { world, target, parameters, touched }: Context): MovingContext => ({
  world,
  item,
  target,
  parameters,
  named: undefined,
  touched,
  reached: ignore,
});

/**
 * The record of the context as an aggregate counts it; undefined where it does not. A record of an unread list, or one
 * whose `where` is unknown, may count.
 */
export function candidateOf(
  { where, facts }: Aggregate,
  membership: readonly Reason[],
  context: Context,
): Candidate | undefined {
  const { item, touched } = context;
  const truth = where?.(context);
  if (truth?.holds === false) return undefined;
  if (item.isPlaceholder) touched(item.unread.filter((gap) => !isForgotten(gap)));
  const isSure = truth === undefined || truth.holds === true;
  const isCertain = isSure && membership.length === 0 && !item.isPlaceholder;
  const reasons = isSure ? membership : joinReasons([truth.reasons, membership]);
  return { item, isCertain, reasons, answers: facts.length === 0 ? noAnswers : facts.map((ask) => ask(context)) };
}

/** What stands for unread records is asked by every target; unless it is asked about the target, it answers the same. */
function placeholderCandidate(
  aggregate: Aggregate,
  record: Item,
  membership: readonly Reason[],
  context: Context,
): Candidate | undefined {
  const judged = aggregate.asksTarget
    ? askPlaceholder(aggregate, record, context)
    : rememberedCandidate(aggregate, record, context);
  if (judged.touched.length > 0) context.touched(judged.touched);
  const { candidate } = judged;
  return candidate && { ...candidate, reasons: joinReasons([candidate.reasons, membership]) };
}

function rememberedCandidate(aggregate: Aggregate, record: Item, context: Context): PlaceholderCandidate {
  const all = context.world.placeholderCandidates;
  const known = all.get(aggregate) ?? new Map<Item, PlaceholderCandidate>();
  all.set(aggregate, known);
  const judged = known.get(record) ?? askPlaceholder(aggregate, record, context);
  known.set(record, judged);
  return judged;
}

function askPlaceholder(aggregate: Aggregate, record: Item, context: Context): PlaceholderCandidate {
  const touched: Gap[] = [];
  const inner = whereContext(record, { ...context, touched: (gaps) => void touched.push(...gaps) });
  return { candidate: candidateOf(aggregate, [], inner), touched };
}

const asList = (fact: FactRef | readonly FactRef[]): readonly FactRef[] => (isList(fact) ? fact : [fact]);
const isList = (fact: FactRef | readonly FactRef[]): fact is readonly FactRef[] => Array.isArray(fact);

/** The fact of the newest record, or of the first few. */
function factOfNewest(answer: Answer, ask: Ask, context: Context): Answer {
  const factOf = (value: unknown): Answer =>
    isItem(value) ? ask({ ...context, item: value, named: undefined }) : known(undefined);
  return mapAnswer(answer, (value) => (Array.isArray(value) ? listOfKnown(value.map(factOf)) : factOf(value)));
}

function listOfKnown(answers: readonly Answer[]): Answer {
  const open = answers.filter((answer) => answer.is !== 'known');
  if (open.length > 0) return { is: 'unknown', reasons: joinReasons(open.map(reasonsOf)) };
  return known(
    answers.flatMap((answer) => (answer.is === 'known' && answer.value !== undefined ? [answer.value] : [])),
  );
}
