import type { z } from 'zod';
import type { Fault } from '../errors.ts';
import type { JsonFile } from '../json-file.ts';
import { schemaFaults, schemaMistakes, valueAt } from './schema-faults.ts';

type SoundPart<Value> = {
  /** Without the members that the schema refuses; undefined where nothing is left. */
  readonly data: Value | undefined;
  readonly faults: readonly Fault[];
};

/** What a file says in spite of its mistakes: so that what is wrong with the rest can be told at once. */
export function soundPart<Value>(json: JsonFile, schema: z.ZodType<Value>): SoundPart<Value> {
  const { data, error } = schema.safeParse(json.value);
  if (error === undefined) return { data, faults: [] };
  return { data: withoutMistakes(json.value, schema), faults: schemaFaults(json, error) };
}

/** Each round takes something out, so there is a last one. */
function withoutMistakes<Value>(value: unknown, schema: z.ZodType<Value>): Value | undefined {
  const rest: unknown = structuredClone(value);
  for (;;) {
    const { data, error } = schema.safeParse(rest);
    if (error === undefined) return data;
    const isShorter = schemaMistakes(rest, error).map(({ path }) => takeOut(rest, path));
    if (!isShorter.includes(true)) return undefined;
  }
}

/** A list goes as a whole: without one element, those behind it would stand at other places. */
function takeOut(root: unknown, path: readonly PropertyKey[]): boolean {
  const isInList = (length: number): boolean => Array.isArray(valueAt(root, path.slice(0, length)));
  const inList = path.findIndex((_, length) => isInList(length));
  for (let length = inList < 0 ? path.length : inList; length > 0; length -= 1) {
    const holder = valueAt(root, path.slice(0, length - 1));
    const key = path[length - 1];
    if (key === undefined || typeof holder !== 'object' || holder === null) continue;
    if (Object.hasOwn(holder, key)) return Reflect.deleteProperty(holder, key);
  }
  return false;
}
