import { compareText } from '../../inventory/scope.ts';
import type { FactRef, Params, Reference } from '../../rules/rule.ts';
import type { WhyRecord } from '../../why-result.ts';
import { evaluateFact, evaluateReference } from '../compiler.ts';
import type { Context } from '../context.ts';
import { plainValue } from '../display.ts';
import { type Item, isItem } from '../item.ts';
import { momentOf } from '../moment.ts';
import type { World } from '../world/world.ts';

/** A record as far as it helps to find it. */
export function recordNote(item: Item, world: World): WhyRecord {
  const date = world.fact(item, 'date');
  const vault = item.kind === 'recoveryPoint' ? item.fields.BackupVaultArn : undefined;
  return {
    kind: item.kind,
    id: item.id,
    ...(date.is === 'known' && date.value !== undefined ? { date: date.value } : {}),
    ...(typeof vault === 'string' ? { vault } : {}),
  };
}

/** The newest first, since it is what most rules ask for; what has no date comes last. */
export function byNewest(a: Item, b: Item, world: World): number {
  const [timeA, timeB] = [timeOf(a, world), timeOf(b, world)];
  return timeA === timeB ? compareText(b.id, a.id) : timeB > timeA ? 1 : -1;
}

function timeOf(item: Item, world: World): number {
  const date = momentOf(world.fact(item, 'date'));
  return date.is === 'known' && typeof date.value === 'number' ? date.value : Number.NEGATIVE_INFINITY;
}

/** What the aggregate takes of the record, where that is no record and not the record itself. */
export function valueTaken(item: Item, fact: Params['fact'], context: Context): { readonly value?: unknown } {
  if (fact === undefined) return {};
  const values = factList(fact).map((each) => {
    const answer = evaluateFact(each, { ...context, item, named: undefined });
    return answer.is === 'known' ? plainValue(answer.value) : 'unknown';
  });
  const value = values.length === 1 ? values[0] : values;
  return value === undefined ? {} : { value };
}

const factList = (fact: FactRef | readonly FactRef[]): readonly FactRef[] => (isList(fact) ? fact : [fact]);
const isList = (fact: FactRef | readonly FactRef[]): fact is readonly FactRef[] => Array.isArray(fact);

/** The ids of those that `newest` found; none where it is not known which. */
export function chosenBy({ fact, params = {} }: Reference, context: Context): ReadonlySet<string> {
  if (fact !== 'newest') return new Set();
  const { fact: _fact, ...records } = params;
  const answer = evaluateReference({ fact, params: records }, { ...context, reached: () => {}, touched: () => {} });
  const found = answer.is === 'known' ? [answer.value].flat() : [];
  return new Set(found.filter(isItem).map(({ id }) => id));
}
