import { type Court, courtOf, type FactValues } from './court.ts';
import { type LeafPlace, lawCondition, leafPlaces, type Part, rightOf } from './law-condition.ts';
import type { SeenLeaf } from './leaves.ts';
import { sidesOf } from './open-leaf.ts';
import { type PartResult, partResults } from './part-results.ts';
import { valueKeys } from './value-keys.ts';

/** A leaf that json-rules-engine judges otherwise than our engine did. */
export type Contested = LeafPlace & { readonly ours: boolean; readonly theirs: boolean };

export type Ruling = {
  /** Of each part. */
  readonly holds: readonly (boolean | null)[];
  readonly contested: Contested | undefined;
};

/** A rule's conditions, judged by json-rules-engine over what our engine saw of all their leaves. */
export type Law = (leaves: readonly SeenLeaf[]) => Promise<Ruling>;

/** Rulings kept: most targets of a rule differ from one before in no value that it asks for. */
const kept = 10_000;

/**
 * Judged twice, with doubt against the conditions and for them: true twice is true, false twice is false, and else it
 * is unknown, which is exactly Kleene's answer. Without an undecided leaf both are one.
 */
export function lawOf(parts: readonly Part[]): Law {
  const places = parts.flatMap(({ at, condition }) => leafPlaces(condition, at));
  const strict = courtOf(lawCondition(parts, 'surely'));
  const lenient = courtOf(lawCondition(parts, 'maybe'));
  const rulings = new Map<string, Ruling>();
  const keyOf = valueKeys();
  return async (leaves) => {
    if (leaves.length !== places.length) throw new Error(`${leaves.length} of ${places.length} leaves were seen`);
    const key = leaves.map(keyOf).join();
    const known = rulings.get(key);
    if (known !== undefined) return known;
    const facts = factsOf(places, leaves);
    const first = await askOf(strict, facts);
    const second = leaves.every(({ holds }) => holds !== null) ? first : await askOf(lenient, facts);
    const ruling = rulingOf(first, second, contestedLeaf(places, leaves, first));
    if (rulings.size < kept) rulings.set(key, ruling);
    return ruling;
  };
}

const askOf = async (court: Court, facts: FactValues): Promise<readonly PartResult[]> =>
  partResults((await court(facts)).conditions);

function rulingOf(first: readonly PartResult[], second: readonly PartResult[], contested: Ruling['contested']): Ruling {
  return { holds: first.map(({ holds }, part) => (holds === second[part]?.holds ? holds : null)), contested };
}

function factsOf(places: readonly LeafPlace[], leaves: readonly SeenLeaf[]): FactValues {
  const facts = new Map<string, unknown>();
  for (const [index, { at }] of places.entries()) {
    const leaf = leaves[index];
    if (leaf === undefined) continue;
    const [left, right] = sidesOf(leaf);
    facts.set(at, left).set(rightOf(at), right);
  }
  return facts;
}

/** The first one. What our engine left undecided is nobody's verdict. */
function contestedLeaf(
  places: readonly LeafPlace[],
  leaves: readonly SeenLeaf[],
  parts: readonly PartResult[],
): Contested | undefined {
  const results = parts.flatMap((part) => part.leaves);
  const index = leaves.findIndex(({ holds }, each) => holds !== null && holds !== results[each]);
  const [place, ours, theirs] = [places[index], leaves[index]?.holds, results[index]];
  if (place === undefined || typeof ours !== 'boolean' || theirs === undefined) return undefined;
  return { ...place, ours, theirs };
}
