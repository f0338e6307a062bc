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
  /** The rule's named facts; empty in a `where`. */
  readonly named: { readonly [name: string]: () => Answer };
  /** Told of every gap that an aggregate could not rule out. */
  readonly touched: (gaps: readonly Gap[]) => void;
  /** Told of every record that a reference led to. */
  readonly reached: (item: Item) => void;
};
