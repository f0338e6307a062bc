import type { Gap } from '../inventory/gap.ts';
import { uniteState } from '../inventory/join-records.ts';
import type { AwsRecord, Shard } from '../inventory/record.ts';
import type { Finding } from '../result.ts';
import type { Evaluation, EvaluationInput } from './evaluation.ts';
import type { Item } from './item.ts';
import { inOrder, judgeRules, kindsToJudge } from './judge-rules.ts';
import { askedBeside } from './overview/asked.ts';
import { overviewOf } from './overview/overview-of.ts';
import { NeedsPoints } from './points/needs-points.ts';
import { type PointFeed, pointFeed } from './points/point-feed.ts';
import { resultOf } from './result-of.ts';
import { subjectOf } from './subject.ts';
import { addTally, newTally, type Tally } from './tally.ts';
import { completeWorld, worldOfAll } from './world/build-world.ts';
import { type Outline, outlineOf } from './world/outline.ts';
import type { World } from './world/world.ts';

/** Rules × inventory → outcomes. Same input, same result, whatever the order of shards, records and rules. */
export function evaluate(input: EvaluationInput): Evaluation {
  const points = input.shards.flatMap((shard) =>
    shard.records.flatMap((record) => (record.kind === 'recoveryPoint' ? [[record, shard] as const] : [])),
  );
  try {
    const judging = openJudging(input);
    do for (const [record, shard] of points) judging.take(record, shard);
    while (judging.again());
    return judging.finish();
  } catch (error) {
    if (!(error instanceof NeedsPoints)) throw error;
    return evaluateHeld(input, points);
  }
}

/**
 * The same of recovery points in several parts, judged apart and then put together, as on several machines. The parts are of
 * one input; what one scope lists must be in one part.
 */
export function evaluateParts(input: EvaluationInput, parts: readonly (readonly PointOfShard[])[]): Evaluation {
  try {
    const felt = new Set<Gap>();
    const outline = outlineOf(input, felt);
    const whole = judgingOver(input, outline, felt);
    for (const part of parts) {
      const judging = judgingOver(input, outline, new Set());
      for (const [record, shard] of part) judging.take(record, shard);
      whole.merge(judging);
    }
    // What comes after hangs on all parts.
    while (whole.again()) for (const [record, shard] of parts.flat()) whole.take(record, shard);
    return whole.finish();
  } catch (error) {
    if (!(error instanceof NeedsPoints)) throw error;
    return evaluateHeld(input, parts.flat());
  }
}

/** The same of recovery points that are not held: `eachPoint` gives them all, as often as it is asked. */
export async function evaluatePassing(
  input: EvaluationInput,
  eachPoint: (take: Judging['take']) => Promise<void>,
): Promise<Evaluation> {
  try {
    const judging = openJudging(input);
    do await eachPoint(judging.take);
    while (judging.again());
    return judging.finish();
  } catch (error) {
    if (!(error instanceof NeedsPoints)) throw error;
  }
  const points: PointOfShard[] = [];
  await eachPoint((record, shard) => points.push([record, shard]));
  return evaluateHeld(input, points);
}

/** An evaluation that recovery points pass through, one after the other. */
export type Judging = {
  /** Takes in what another one came to over the same input, and other points of it. */
  readonly merge: (other: Judging) => void;
  readonly so: { readonly feed: PointFeed; readonly tally: Tally; readonly felt: ReadonlySet<Gap> };
  readonly take: (record: AwsRecord, shard: Shard) => void;
  /** After all points were taken: whether a rule needs them all to pass once more, over what they came to. */
  readonly again: () => boolean;
  readonly finish: () => Evaluation;
};

/** Throws `NeedsPoints`, at any time, where a rule asks what cannot be told of points that pass. */
export function openJudging(input: EvaluationInput): Judging {
  const felt = new Set<Gap>();
  return judgingOver(input, outlineOf(input, felt), felt);
}

function judgingOver(input: EvaluationInput, outline: Outline, felt: Set<Gap>): Judging {
  const tally = newTally(input);
  const feed = pointFeed(outline, input.rules, askedBeside(input.overview), { tally, felt });
  let take = feed.take;
  let world: World | undefined;
  const joined = (): World => {
    world ??= completeWorld(outline, feed.found());
    return world;
  };
  return {
    so: { feed, tally, felt },
    merge: ({ so }) => {
      feed.merge(so.feed);
      addTally(tally, so.tally);
      for (const gap of so.felt) felt.add(gap);
    },
    take: (record, shard) => take(record, shard),
    again: () => {
      const next = feed.takeAgain(joined());
      take = next ?? take;
      return next !== undefined;
    },
    finish: () => judgeRest(input, joined(), tally, felt),
  };
}

export type PointOfShard = readonly [record: AwsRecord, shard: Shard];

/** The same with all recovery points held: as exact, but its memory grows with them. */
export function evaluateHeld(input: EvaluationInput, points: readonly PointOfShard[]): Evaluation {
  const felt = new Set<Gap>();
  const outline = outlineOf(input, felt);
  const records = points.flatMap(([record, shard]) => (outline.inventory.isState(shard, record) ? [record] : []));
  return judgeRest(input, worldOfAll(outline, uniteState(records)), newTally(input), felt);
}

/** Judges everything that did not pass by. */
function judgeRest(input: EvaluationInput, world: World, tally: Tally, felt: Set<Gap>): Evaluation {
  const hidden = new Set<Gap>();
  const kinds = new Set(input.rules.flatMap(kindsToJudge(world)));
  for (const kind of kinds) tally.targets += world.items(kind).length;
  const gaps = { felt, hidden };
  for (const rules of inOrder(input.rules)) judgeRules(rules, world, tally, gaps);
  const subjects = new Map<Finding, Item>();
  const overview = input.overview && overviewOf(input.overview, world);
  const result = resultOf({ input, tally, felt, world, subjects, overview });
  // An inventory of nothing would be judged whole, and be in order.
  const isEmpty = result.scopes.length === 0;
  return {
    result,
    subjectOf: (finding) => subjectOf(subjects.get(finding), world),
    resourceIds: (kind) => world.items(kind).flatMap(({ id, mayBe }) => (mayBe === undefined ? [id] : [])),
    incomplete: isEmpty || hidden.size > 0 || tally.judged.some(({ verdict }) => verdict.outcome === 'unknown'),
    hidesTargets: isEmpty || hidden.size > 0,
    partial: isEmpty || felt.size > 0,
    ...(tally.witness === undefined ? {} : { seen: tally.witness.seen }),
  };
}
