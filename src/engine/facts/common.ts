import { parseArn } from '../../arn.ts';
import { type Answer, known, mapAnswer, noted } from '../answer.ts';
import type { Item } from '../item.ts';
import { daysBefore } from '../moment.ts';
import type { World } from '../world/world.ts';

export type FactReader = (item: Item, world: World) => Answer;
/** A reader for every fact that the catalogue names, and for no other. */
export type Readers<Table> = { readonly [name in keyof Table]: FactReader };

type ArnPart = 'accountId' | 'region' | 'partition';

/** A part of the ARN in a field, else of the scope that the record was read in. */
const placeOf =
  (field: string, part: ArnPart): FactReader =>
  (item, world) =>
    mapAnswer(world.fact(item, field), (arn) => {
      const found = typeof arn === 'string' ? parseArn(arn)?.[part] : undefined;
      const own = part === 'partition' ? undefined : item.scope?.[part];
      const place = found || own;
      return place === undefined ? noted(`${String(arn)} does not name its ${part}`) : known(place);
    });

export const placeReaders = (field: string) => ({
  accountId: placeOf(field, 'accountId'),
  region: placeOf(field, 'region'),
  partition: placeOf(field, 'partition'),
});

const ownScope =
  (part: 'accountId' | 'region'): FactReader =>
  (item) =>
    known(item.scope?.[part]);

/** The scope that a record was read in. */
export const readIn = { accountId: ownScope('accountId'), region: ownScope('region') };

export const ageDays: FactReader = (item, world) => daysBefore(world.asOf, world.fact(item, 'date'));

/** An AWS field under a name of ours. */
export const field =
  (name: string): FactReader =>
  (item, world) =>
    world.fact(item, name);

export const isPresent =
  (...path: readonly [string, string?]): FactReader =>
  (item, world) =>
    mapAnswer(world.fact(item, path[0]), (value) => known(memberOf(value, path[1]) !== undefined));

export function memberOf(value: unknown, name: string | undefined): unknown {
  if (name === undefined) return value;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** Absent and −1 both mean: never (trap L1). */
export const lifecycleDays = (lifecycle: Answer): Answer =>
  mapAnswer(lifecycle, (value) => {
    const days = memberOf(value, 'DeleteAfterDays');
    return known(typeof days === 'number' && days !== -1 ? days : Number.POSITIVE_INFINITY);
  });

export function placementName(crossAccount: boolean, crossRegion: boolean): string {
  if (crossAccount) return crossRegion ? 'both' : 'crossAccount';
  return crossRegion ? 'crossRegion' : 'sameScope';
}
