import { type CliAnswer, listOf } from './cli-answer.ts';
import { shown } from './expected.ts';
import { type Mismatch, written } from './mismatch.ts';
import { isJsonObject, type JsonObject } from './parse-json.ts';
import type { Scope } from './record.ts';

/** One object of an answer, with the scope it was read in and its path in the document. */
export type CliItem = { readonly value: JsonObject; readonly path: Mismatch['path']; readonly scope: Scope };
export type CliItems = { readonly items: readonly CliItem[] } | { readonly mismatches: readonly Mismatch[] };

/** The objects of an answer, or the first that has no place. */
export function cliItems(answer: CliAnswer, document: JsonObject, fileScope: Scope | undefined): CliItems {
  const items: CliItem[] = [];
  for (const { value, path } of rawItems(answer, document)) {
    if (!isJsonObject(value)) return { mismatches: [{ path, message: `expected an object, got ${shown(value)}` }] };
    const scope = scopeOf(answer, value, fileScope);
    if (scope === undefined) return untold(written(path) || `the output of ${answer.command}`);
    items.push({ value: answer.fields?.(value) ?? value, path, scope });
  }
  return { items };
}

export const untold = (what: string) => ({
  mismatches: [
    { path: [], message: `cannot tell the account and Region of ${what}; give --file-scope ACCOUNT/REGION` },
  ],
});

type RawItem = { readonly value: unknown; readonly path: Mismatch['path'] };

function rawItems({ member }: CliAnswer, document: JsonObject): readonly RawItem[] {
  if (member === undefined) return [{ value: document, path: [] }];
  const list = listOf(document, member);
  if (list === undefined) return [{ value: document[member], path: [member] }];
  return list.map((value, index) => ({ value, path: [member, index] }));
}

function scopeOf(answer: CliAnswer, item: JsonObject, fileScope: Scope | undefined): Scope | undefined {
  const named = answer.scope(item);
  const accountId = named?.accountId ?? fileScope?.accountId;
  const region = named?.region ?? fileScope?.region;
  return accountId === undefined || region === undefined ? undefined : { accountId, region };
}
