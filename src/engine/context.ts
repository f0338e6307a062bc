import type { Gap } from '../inventory/gap.ts';
import type { Answer } from './answer.ts';
import type { Item } from './item.ts';
import type { World } from './world/world.ts';

/** What a condition is judged over. */
export type Context = {
  readonly world: World;
  /** The target, or in a `where` the related record. */
  readonly item: Item;
  readonly target: Item;
  readonly parameters: { readonly [name: string]: unknown };
  /** The rule's named facts; none in a `where`. */
  readonly named: { readonly [name: string]: () => Answer } | undefined;
  /** Told of every gap that an aggregate could not rule out. */
  readonly touched: (gaps: readonly Gap[]) => void;
  /** Told of every record that a reference led to. */
  readonly reached: (item: Item) => void;
};

/** One that moves on from record to record, where making one for each would cost more than to judge it. */
export type MovingContext = { -readonly [part in keyof Context]: Context[part] };
