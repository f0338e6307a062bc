import { readFileSync } from 'node:fs';

export type Line = { readonly kind: string; readonly [field: string]: unknown };

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';

function lineOf(text: string): Line {
  const value: unknown = JSON.parse(text);
  if (!isLine(value)) throw new Error(`no line of an inventory: ${text}`);
  return value;
}

const text = readFileSync(new URL('../../examples/inventory.ndjson', import.meta.url), 'utf8');

/** The example inventory as it is read from its file. */
export const lines: readonly Line[] = text.trimEnd().split('\n').map(lineOf);
export const ofKind = (kind: string): readonly Line[] => lines.filter((line) => line.kind === kind);

const asOf = Date.parse('2026-11-20T06:00:00.000Z');
export const ageInDays = (time: unknown): number => (asOf - Date.parse(String(time))) / 86_400_000;

/** A value inside nested fields; undefined where a step is missing. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? new Map(Object.entries(inner)).get(name) : undefined,
    value,
  );
