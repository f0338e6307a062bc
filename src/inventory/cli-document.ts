import type { CliAnswer } from './cli-answer.ts';
import { cliAnswers } from './cli-answers.ts';
import { cliCoverage } from './cli-coverage.ts';
import { type CliItem, cliItems, untold } from './cli-items.ts';
import { refusal, unrecognized } from './cli-refusal.ts';
import type { Mismatch } from './mismatch.ts';
import { isJsonObject, type JsonObject } from './parse-json.ts';
import { readRecord } from './read-record.ts';
import type { AwsRecord, Coverage, Scope, Shard } from './record.ts';
import { openShard } from './shard-builder.ts';

export type DocumentReading = { readonly shard: Shard } | { readonly mismatches: readonly Mismatch[] };

/** One answer of the AWS CLI as a shard of its own. */
export function readDocument(document: unknown, fileScope: Scope | undefined): DocumentReading {
  if (!isJsonObject(document)) return refused(unrecognized);
  const reason = refusal(document);
  if (reason !== undefined) return refused(reason);
  const answer = cliAnswers.find(({ matches }) => matches(document));
  return answer === undefined ? refused(unrecognized) : readAnswer(answer, document, fileScope);
}

const refused = (message: string): DocumentReading => ({ mismatches: [{ path: [], message }] });

function readAnswer(answer: CliAnswer, document: JsonObject, fileScope: Scope | undefined): DocumentReading {
  const found = cliItems(answer, document, fileScope);
  if ('mismatches' in found) return found;
  const { items } = found;
  if (items.length === 0 && answer.resource === undefined && fileScope === undefined) {
    return untold(`an empty ${answer.member} list`);
  }
  const records: AwsRecord[] = [];
  const mismatches: Mismatch[] = [];
  for (const item of items) {
    const read = readRecord(answer.kind, { ...item.value, kind: answer.kind, ...item.scope });
    if ('record' in read) records.push(read.record);
    else mismatches.push(...read.mismatches.map(({ path, message }) => ({ path: [...item.path, ...path], message })));
  }
  if (mismatches.length > 0) return { mismatches };
  return { shard: shardOf(records, cliCoverage(answer, document, items, fileScope), emptyScopes(items, fileScope)) };
}

/** What was read empty is still a place that somebody read. */
const emptyScopes = (items: readonly CliItem[], fileScope: Scope | undefined): readonly Scope[] =>
  items.length === 0 && fileScope !== undefined ? [fileScope] : [];

function shardOf(records: readonly AwsRecord[], coverage: readonly Coverage[], scopes: readonly Scope[]): Shard {
  const shard = openShard({ asOf: undefined, scopes });
  for (const record of records) shard.addRecord(record);
  for (const line of coverage) shard.addCoverage(line);
  shard.end(records.length);
  return shard.shard();
}
