import { recordFields } from '../catalogue/record-kinds.ts';
import { type Fault, faultsError, UsageError } from '../errors.ts';
import { fieldsCheck } from './canonical-check.ts';
import { inventoryFiles, type Source } from './inventory-files.ts';
import { eachLineBytes } from './line-bytes.ts';
import type { SourceReading } from './line-reader.ts';
import { isJsonObject } from './parse-json.ts';
import { looksLikePoint, passingLines } from './passing-lines.ts';
import { isInventoryLine, type ReadOptions, readSource } from './read-inventory.ts';
import { readRecord } from './read-record.ts';
import type { AwsRecord, Shard } from './record.ts';
import { shardLines } from './shard-lines.ts';
import { wholeBytes } from './text-stream.ts';

export type TakePoint = (record: AwsRecord, shard: Shard) => void;

/** An inventory whose recovery points are not held: they are read again when they are asked for. */
export type OpenInventory = {
  readonly shards: readonly Shard[];
  /** Gives every recovery point. Throws one usage error for all lines of them that make no sense. */
  readonly eachPoint: (take: TakePoint) => Promise<void>;
};

/** Lines of a file, from 1, among which `points` recovery points are of one shard; `to` is the last one. */
type Span = { readonly shard: number; readonly from: number; to: number; points: number };
type Opened = SourceReading & { readonly source: Source; readonly spans: readonly Span[] };

/** Opens all inventories that the paths name, as `readInventory` reads them. */
export async function openInventory(paths: readonly string[], options: ReadOptions): Promise<OpenInventory> {
  const { sources, faults } = await inventoryFiles(paths, options);
  const opened: Opened[] = [];
  for (const source of sources) opened.push(await open(source, options.fileScope));
  const all = [...faults, ...opened.flatMap((each) => each.faults)];
  if (all.length > 0) throw faultsError(all);
  return {
    shards: opened.flatMap(({ shards }) => shards),
    eachPoint: async (take) => {
      const wrong: Fault[] = [];
      for (const each of opened) await pointsOf(each, take, wrong);
      if (wrong.length > 0) throw faultsError(wrong);
    },
  };
}

/** What comes once, or breaks off, is held: only what can be read again to the same end need not be. */
async function open(source: Source, fileScope: ReadOptions['fileScope']): Promise<Opened> {
  const outline = source.comesOnce ? undefined : await outlineOf(source);
  return outline ?? { ...(await readSource(source, fileScope)), source, spans: [] };
}

async function outlineOf(source: Source): Promise<Opened | undefined> {
  const reader = shardLines(source.name);
  const scopeOf = passingLines();
  const spans: Span[] = [];
  let number = 0;
  let isOurs: boolean | undefined;
  try {
    await eachLineBytes(wholeBytes(source.open()), (buffer, start, end, isWhole) => {
      number += 1;
      const scope = isOurs === true && isWhole ? scopeOf(buffer, start, end) : undefined;
      const shard = scope && reader.pass(scope);
      if (shard !== undefined) return extend(spans, shard, number);
      const text = buffer.toString('utf8', start, end).replace(/^\uFEFF/, '');
      isOurs ??= text.trim() === '' ? undefined : isInventoryLine(text);
      if (isOurs === false) throw new OtherForm();
      reader.line(text, number, isWhole);
    });
  } catch {
    // Whatever is wrong, reading it whole will say.
    return undefined;
  }
  return isOurs === true ? { ...reader.finish('whole'), source, spans } : undefined;
}

/** No inventory of ours: the AWS CLI's output is read in another way. */
class OtherForm extends Error {
  override readonly name = 'OtherForm';
}

function extend(spans: Span[], shard: number, line: number): void {
  const last = spans.at(-1);
  if (last?.shard === shard) {
    last.to = line;
    last.points += 1;
  } else spans.push({ shard, from: line, to: line, points: 1 });
}

async function pointsOf({ shards, source, spans }: Opened, take: TakePoint, wrong: Fault[]): Promise<void> {
  for (const shard of shards) {
    for (const record of shard.records) if (record.kind === 'recoveryPoint') take(record, shard);
  }
  if (spans.length > 0) await passingPoints({ shards, source, spans }, take, wrong);
}

async function passingPoints(
  { shards, source, spans }: Pick<Opened, 'shards' | 'source' | 'spans'>,
  take: TakePoint,
  wrong: Fault[],
): Promise<void> {
  const scopeOf = passingLines();
  let number = 0;
  let at = 0;
  let left = spans.reduce((sum, { points }) => sum + points, 0);
  await eachLineBytes(wholeBytes(source.open()), (buffer, start, end, isWhole) => {
    number += 1;
    while (number > (spans[at]?.to ?? Infinity)) at += 1;
    const shard = number >= (spans[at]?.from ?? Infinity) ? shards[spans[at]?.shard ?? -1] : undefined;
    if (shard === undefined || !isWhole || !looksLikePoint(buffer, start)) return;
    if (!isAllPoints(spans[at]) && scopeOf(buffer, start, end) === undefined) return;
    left -= 1;
    const read = pointOf(buffer.toString('utf8', start, end));
    if (Array.isArray(read)) wrong.push(...read.map((message) => ({ file: source.name, line: number, message })));
    else if (wrong.length === 0) take(read, shard);
  }).catch((error: unknown) => {
    throw isOfZlib(error) ? changed(source) : error;
  });
  if (left !== 0) throw changed(source);
}

/** Then its lines need not be looked at closely again. */
const isAllPoints = (span: Span | undefined): boolean => span !== undefined && span.points === span.to - span.from + 1;

/** Its bytes were whole when they were read first. */
const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));

const changed = ({ name }: Source): UsageError => new UsageError(`${name} changed while it was read: scan it again`);

const isCanonical = fieldsCheck(recordFields.recoveryPoint);

/** The record of a line, or what is wrong with it. */
function pointOf(text: string): AwsRecord | string[] {
  const value = jsonOf(text);
  if (!isJsonObject(value)) return ['expected a JSON object'];
  const { accountId, region } = value;
  if (typeof accountId === 'string' && typeof region === 'string' && isCanonical(value)) {
    return { kind: 'recoveryPoint', accountId, region, fields: value };
  }
  const read = readRecord('recoveryPoint', value);
  return 'record' in read ? read.record : read.mismatches.map(({ message }) => message);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
