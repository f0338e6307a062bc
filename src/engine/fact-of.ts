import type { FieldType } from '../catalogue/field.ts';
import { type Kind, type KindSpec, kindSpec } from '../catalogue/kinds.ts';
import type { Operation } from '../catalogue/operations.ts';
import type { Gap } from '../inventory/gap.ts';
import { scopeOfArn } from '../inventory/scope.ts';
import { type Answer, absent, gapReasons, known, noted, unknown } from './answer.ts';
import { readers } from './facts/readers.ts';
import { constraintAnswer, type Item } from './item.ts';
import { coveredResource } from './plan-of.ts';
import { toOne } from './relation.ts';
import type { World } from './world/world.ts';

/** What one fact of an item is worth: given, derived, a related record, or AWS's field. */
export function factOf(item: Item, name: string, world: World): Answer {
  const given = item.given?.[name];
  if (given !== undefined) return given;
  const spec = kindSpec(item.kind);
  if (spec === undefined) return absent;
  const constraint = item.constraints?.[name];
  if (constraint !== undefined) return constraintAnswer(constraint, item.unread);
  const reader = readers(item.kind as Kind)[name];
  if (reader !== undefined) return reader(item, world);
  if (Object.hasOwn(spec.toOne, name)) return toOne(item, name, world);
  return readField(item, name, spec, world);
}

function readField(item: Item, name: string, spec: KindSpec, world: World): Answer {
  const type: FieldType | undefined = spec.fields[name];
  const value = Object.hasOwn(item.fields, name) ? item.fields[name] : undefined;
  if (value !== undefined) return known(value, type);
  if (item.unread.length > 0) return unknown(gapReasons(item.unread));
  const gaps = gapsOfField(item, spec.readBy[name], world);
  if (gaps.length > 0) return unknown(gapReasons(gaps));
  return spec.alwaysFilled.includes(name) ? noted(`${name} of ${item.id} is missing in the inventory`) : absent;
}

/** What an operation that adds to the record of a list left unread of this one. */
function gapsOfField(item: Item, operation: Operation | undefined, world: World): readonly Gap[] {
  // A resource that no scope lists may be asked about where its ARN says.
  const scope = item.scope ?? scopeOfArn(item.id);
  return operation === undefined || scope === undefined
    ? []
    : world.gapsOf(scope, operation, coveredResource(item, world));
}
