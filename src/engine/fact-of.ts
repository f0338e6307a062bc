import type { FieldType } from '../catalogue/field.ts';
import { type Kind, type KindSpec, kindSpec } from '../catalogue/kinds.ts';
import type { Operation } from '../catalogue/operations.ts';
import type { Gap } from '../inventory/gap.ts';
import { scopeOfArn } from '../inventory/scope.ts';
import { type Answer, absent, gapReasons, known, noted, unknown } from './answer.ts';
import type { FactReader } from './facts/common.ts';
import { readers } from './facts/readers.ts';
import { constraintAnswer, type Item, whyHidden } from './item.ts';
import { coveredResource } from './plan-of.ts';
import { toOne } from './relation.ts';
import type { World } from './world/world.ts';

/** What one fact of an item is worth: given, derived, a related record, or AWS's field. */
export function factOf(item: Item, name: string, world: World): Answer {
  const given = item.given?.[name];
  if (given !== undefined) return given;
  const constraint = item.constraints?.[name];
  if (constraint !== undefined) return constraintAnswer(constraint, item.unread);
  return readerOf(item.kind, name)(item, world);
}

const tables = new Map<string, Map<string, FactReader>>();

/** How a fact of a kind is read; found out once. */
function readerOf(kind: string, name: string): FactReader {
  return tables.get(kind)?.get(name) ?? foundOut(kind, name);
}

function foundOut(kind: string, name: string): FactReader {
  const table = tables.get(kind) ?? new Map<string, FactReader>();
  const reader = newReader(kind, name);
  tables.set(kind, table.set(name, reader));
  return reader;
}

function newReader(kind: string, name: string): FactReader {
  const spec = kindSpec(kind);
  if (spec === undefined) return () => absent;
  const derived = readers(kind as Kind)[name];
  if (derived !== undefined) return derived;
  if (Object.hasOwn(spec.toOne, name)) return (item, world) => toOne(item, name, world);
  return fieldReader(name, spec);
}

function fieldReader(name: string, spec: KindSpec): FactReader {
  const type: FieldType | undefined = spec.fields[name];
  const operation = spec.readBy[name];
  const isAlwaysFilled = spec.alwaysFilled.includes(name);
  return (item, world) => {
    const value = item.fields[name];
    if (value !== undefined) return known(value, type);
    if (item.unread.length > 0 || item.notes !== undefined) return unknown(whyHidden(item));
    const gaps = operation === undefined ? noGaps : gapsOfField(item, operation, world);
    if (gaps.length > 0) return unknown(gapReasons(gaps));
    return isAlwaysFilled ? noted(`${name} of ${item.id} is missing in the inventory`) : absent;
  };
}

const noGaps: readonly Gap[] = [];

/** What an operation that adds to the record of a list left unread of this one. */
function gapsOfField(item: Item, operation: Operation, world: World): readonly Gap[] {
  // A resource that no scope lists may be asked about where its ARN says.
  const scope = item.scope ?? scopeOfArn(item.id);
  return scope === undefined ? noGaps : world.gapsOf(scope, operation, coveredResource(item, world));
}
