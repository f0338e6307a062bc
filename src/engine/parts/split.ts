import type { Fields } from '../../inventory/record.ts';
import type { Answer } from '../answer.ts';
import type { Item } from '../item.ts';

/** One thing that a record tells of. */
export type Part = {
  readonly id: string;
  readonly fields: Fields;
  readonly given?: { readonly [fact: string]: Answer };
};

/** What was read out, and notes on what could not be: there may be more parts then. */
export type Split = { readonly parts: readonly Part[]; readonly notes: readonly string[] };

/** Reads the parts out of the value of the parent's field; of another part there is no field, and the value is its fields. */
export type Splitter = (parent: Item, value: unknown) => Split;

export type Shape = { readonly [name: string]: unknown };

export const isObject = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Ids that AWS makes are unique, those made of names may meet: the second gets a number. */
export function withOwnIds(parts: readonly Part[]): readonly Part[] {
  const seen = new Map<string, number>();
  return parts.map((part) => {
    const count = (seen.get(part.id) ?? 0) + 1;
    seen.set(part.id, count);
    return count === 1 ? part : { ...part, id: `${part.id}#${count}` };
  });
}
