import { constants } from 'node:buffer';
import { type Fault, faultsError } from '../errors.ts';
import { inventoryFiles, type Source, unreadable } from './inventory-files.ts';
import type { LineReader, SourceReading } from './line-reader.ts';
import { isJsonObject, parseJson } from './parse-json.ts';
import type { Scope, Shard } from './record.ts';
import { headerWithin, shardLines } from './shard-lines.ts';
import { textLines } from './text-lines.ts';
import { textStream } from './text-stream.ts';

export type ReadOptions = {
  readonly stdin: NodeJS.ReadableStream;
  /** A file with all that stdin gave, which can be read again. */
  readonly stdinFile?: string | undefined;
  /** Where AWS CLI output comes from, as far as it does not say so itself. */
  readonly fileScope?: Scope | undefined;
};

/** The shards of all files, in the order given; or every fault of every file at once. */
export async function readInventory(paths: readonly string[], options: ReadOptions): Promise<readonly Shard[]> {
  const { sources, faults } = await inventoryFiles(paths, options);
  if (faults.length > 0) throw faultsError(faults);
  const readings: SourceReading[] = [];
  for (const source of sources) readings.push(await readSource(source, options.fileScope));
  const all: readonly Fault[] = readings.flatMap((reading) => reading.faults);
  if (all.length > 0) throw faultsError(all);
  return readings.flatMap(({ shards }) => shards);
}

export async function readSource(source: Source, fileScope: Scope | undefined): Promise<SourceReading> {
  try {
    return await readLines(source, fileScope);
  } catch (error) {
    const tooLong = error instanceof RangeError && error.message === 'Invalid string length';
    const message = `holds a line or a JSON document of more than ${constants.MAX_STRING_LENGTH} characters; split it`;
    return { shards: [], faults: [tooLong ? { file: source.name, message } : unreadable(source.name, error)] };
  }
}

async function readLines({ name, open }: Source, fileScope: Scope | undefined): Promise<SourceReading> {
  const stream = textStream(open());
  let reader: LineReader | undefined;
  let number = 0;
  for await (const { lines, areWhole } of textLines(stream.text)) {
    for (const text of lines) {
      number += 1;
      if (text.trim() === '') continue;
      reader ??= isInventoryLine(text) ? shardLines(name) : await documentReader(name, fileScope);
      reader.line(text, number, areWhole);
    }
  }
  if (reader !== undefined) return reader.finish(stream.end());
  const message = stream.end() === 'whole' ? 'is empty' : 'is cut off before its first line: nothing of it can be used';
  return { shards: [], faults: [{ file: name, message }] };
}

/** Loaded where there is such a file. */
async function documentReader(name: string, fileScope: Scope | undefined): Promise<LineReader> {
  const { documentLines } = await import('./cli-document-lines.ts');
  return documentLines(name, fileScope);
}

/** Our lines have a `kind`; no answer of AWS Backup has. A line may be half, or one and a half. */
export function isInventoryLine(line: string): boolean {
  const text = line.trim();
  if (/^\{\s*"kind"\s*:/.test(text) || headerWithin(text) !== undefined) return true;
  if (!text.includes('"kind"')) return false;
  const value = parseJson(text);
  return isJsonObject(value) && typeof value.kind === 'string';
}
