import { findNodeAtLocation, type ParseError, parse, parseTree } from 'jsonc-parser';
import { parseJson } from './parse-json.ts';

/** One of the JSON documents of a text, with the offset at which it begins; `value` is undefined where it is broken. */
export type JsonDocument = { readonly text: string; readonly offset: number; readonly value: unknown };

/** The documents of a text, one after the other: on lines of their own, printed over many, or back to back. */
export function jsonDocuments(text: string): readonly JsonDocument[] {
  const value = parseJson(text);
  return value === undefined ? split(text) : [{ text, offset: 0, value }];
}

const stringOrBracket = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;

/** A document ends where the brackets are even again; what follows the last one is a (broken) document too. */
function split(text: string): readonly JsonDocument[] {
  const documents: JsonDocument[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(stringOrBracket)) {
    depth += token === '{' || token === '[' ? 1 : token === '}' || token === ']' ? -1 : 0;
    if (depth > 0 || token.startsWith('"')) continue;
    documents.push(trimmed(text.slice(start, index + 1), start));
    start = index + 1;
    depth = 0;
  }
  const rest = trimmed(text.slice(start), start);
  return rest.text === '' ? documents : [...documents, rest];
}

const trimmed = (text: string, offset: number): JsonDocument => ({
  text: text.trim(),
  offset: offset + text.length - text.trimStart().length,
  value: parseJson(text),
});

/** Where a document stops being JSON. */
export function brokenOffset({ text, offset }: JsonDocument): number {
  const errors: ParseError[] = [];
  unlessTooDeep(() => parse(text, errors, { disallowComments: true }));
  return offset + (errors[0]?.offset ?? 0);
}

/** The parser calls itself for each bracket; undefined where a text has more of them, one in the other, than there is room. */
function unlessTooDeep<Value>(parsed: () => Value): Value | undefined {
  try {
    return parsed();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Tells where values of a document stand; where the document begins if it has no such value. */
export function offsetsIn({ text, offset }: JsonDocument): (path: readonly PropertyKey[]) => number {
  const root = unlessTooDeep(() => parseTree(text));
  return (path) => {
    const segments = path.map((key) => (typeof key === 'number' ? key : String(key)));
    const node = root && findNodeAtLocation(root, segments);
    return offset + (node?.offset ?? 0);
  };
}

/** Line and column of an offset, both from 1. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
