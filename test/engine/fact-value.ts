import type { Kind } from '../../src/catalogue/kinds.ts';
import { type Answer, reasonsOf } from '../../src/engine/answer.ts';
import type { Item } from '../../src/engine/item.ts';
import { isItem } from '../../src/engine/item.ts';
import { buildWorld } from '../../src/engine/world/build-world.ts';
import type { World } from '../../src/engine/world/world.ts';
import type { Shard } from '../../src/inventory/record.ts';
import { inputOf, type Options } from './estate.ts';

export const worldOf = (shards: readonly Shard[], options: Options = {}): World =>
  buildWorld(inputOf(shards, options), new Set());

/** The only item of a kind, or the one with that id. */
export function itemOf(world: World, kind: Kind, id?: string): Item {
  const found = world.items(kind).filter((item) => id === undefined || item.id === id);
  const [item] = found;
  if (item === undefined || found.length > 1) throw new Error(`${found.length} items of ${kind} ${id ?? ''}`);
  return item;
}

/** An answer as a test writes it: the value, `unknown`, two ends, or the answers it is one of. */
export function plain(answer: Answer): unknown {
  if (answer.is === 'known') return isItem(answer.value) ? answer.value.id : answer.value;
  if (answer.is === 'range') return { from: answer.low, to: answer.high };
  if (answer.is === 'oneOf') return { oneOf: answer.answers.map(plain) };
  return 'unknown';
}

/** What an answer that is not known hangs on: operations of gaps, and notes. */
export const because = (answer: Answer): readonly string[] =>
  reasonsOf(answer).map((reason) => ('gap' in reason ? `${reason.gap.operation} ${reason.gap.status}` : reason.note));
