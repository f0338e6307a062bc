import { compareText } from '../../inventory/scope.ts';
import type { Overview } from '../../overview.ts';
import { targetOf } from '../display.ts';
import type { Item } from '../item.ts';
import type { World } from '../world/world.ts';
import type { ResourceRow } from './resource-rows.ts';

/** There may be a hundred thousand resources; nobody reads so long a list. */
const limit = 50;

/** Those without a usable point, then those whose newest one is the oldest. */
export function oldestOf(rows: readonly ResourceRow[], world: World): Overview['oldest'] {
  return rows
    .flatMap(({ item, ageHours }) => (ageHours === undefined ? [] : [{ item, ageHours }]))
    .sort((a, b) => byAge(a.ageHours, b.ageHours) || compareText(a.item.id, b.item.id))
    .slice(0, limit)
    .map(({ item, ageHours }) => ({ ...namesOf(item, world), ageHours }));
}

/** The same of those whose age is not known, by what was seen. */
export function doubtfulOf(rows: readonly ResourceRow[], world: World): Overview['doubtful'] {
  return rows
    .flatMap(({ item, seenHours }) => (seenHours === undefined ? [] : [{ item, seenHours }]))
    .sort((a, b) => byAge(a.seenHours, b.seenHours) || compareText(a.item.id, b.item.id))
    .slice(0, limit)
    .map(({ item, seenHours }) => ({ ...namesOf(item, world), seenHours }));
}

const byAge = (a: number | null, b: number | null): number =>
  a === b ? 0 : (b ?? Number.POSITIVE_INFINITY) - (a ?? Number.POSITIVE_INFINITY);

/** Those that were never tested, then those whose last success is the longest ago. */
export function restoreTestsOf(rows: readonly ResourceRow[], world: World): Overview['restoreTests'] {
  return rows
    .flatMap(({ item, lastTest }) => (lastTest === undefined ? [] : [{ item, ...lastTest }]))
    .sort((a, b) => compareText(a.date ?? '', b.date ?? '') || compareText(a.item.id, b.item.id))
    .slice(0, limit)
    .map(({ item, date, minutes }) => ({ ...namesOf(item, world), lastSuccess: date, minutes }));
}

function namesOf(item: Item, world: World) {
  const { kind: _, name = item.id, resourceType = 'unknown', ...others } = targetOf(item, world);
  return { ...others, name, resourceType };
}
