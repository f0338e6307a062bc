import type { ItemList } from './item-list.ts';

/** A short list of plain values, for the APIs that know no filters of items. */
export const valueList = (values: readonly object[]): ItemList => ({
  page: (_, from, count) => {
    const items = values.slice(from, from + count).map((value) => JSON.stringify(value));
    return { items, next: from + items.length < values.length ? from + items.length : undefined };
  },
  find: () => undefined,
});
