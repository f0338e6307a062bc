import type { Fault } from '../errors.ts';
import { shown } from './expected.ts';
import { type LineReading, readLine } from './inventory-line.ts';
import type { LineReader } from './line-reader.ts';
import { isJsonObject, parseJson } from './parse-json.ts';
import type { Scope } from './record.ts';
import { openShard, type ShardBuilder } from './shard-builder.ts';

/**
 * Where the reader stands. `astray`: in no shard, which was said once; lines are still checked.
 * `newer`: in a shard of a later version, whose lines it cannot judge.
 */
type Place = 'before' | 'inside' | 'after' | 'astray' | 'newer';

type State = {
  readonly file: string;
  readonly faults: Fault[];
  readonly shards: ShardBuilder[];
  place: Place;
};

type Line = { readonly text: string; readonly number: number; readonly isWhole: boolean };

export type ShardLines = LineReader & {
  /** A recovery point's line that is not read now; gives which of the file's shards it is of, undefined where it must be read. */
  readonly pass: (scope: Scope) => number | undefined;
};

/** Reads the shards of one inventory file. */
export function shardLines(file: string): ShardLines {
  const state: State = { file, faults: [], shards: [], place: 'before' };
  return {
    line: (text, number, isWhole) => takeText(state, { text: text.trim(), number, isWhole }),
    pass: (scope) => {
      if (state.place !== 'inside' || !isSound(state)) return undefined;
      state.shards.at(-1)?.pass(scope);
      return state.shards.length - 1;
    },
    finish: (end) => {
      if (end !== 'whole') tear(state, 1);
      const shards = state.shards.map((shard) => shard.shard());
      // Corrupt bytes may well decode to lines that make no sense: the shards end before the first of them.
      return { shards, faults: end === 'corrupt' && shards.length > 0 ? [] : state.faults };
    },
  };
}

function takeText(state: State, line: Line): void {
  if (line.text === '') return;
  const value = parseJson(line.text);
  const kind = isJsonObject(value) ? value.kind : undefined;
  if (value === undefined) takeBroken(state, line);
  else if (kind === 'inventory') begin(state, readLine(value), line.number);
  else if (state.place !== 'newer') add(state, readLine(value), line.number, kind);
}

const headerStart = /\{\s*"kind"\s*:\s*"inventory"/;

/** Where a header begins within a line: files that were joined, the first without its last newline. */
export function headerWithin(text: string): number | undefined {
  const offset = text.slice(1).search(headerStart);
  return offset < 0 ? undefined : offset + 1;
}

function takeBroken(state: State, { text, number, isWhole }: Line): void {
  const next = headerWithin(text);
  if (next !== undefined) {
    takeText(state, { text: text.slice(0, next).trim(), number, isWhole: false });
    takeText(state, { text: text.slice(next), number, isWhole });
  } else if (!isWhole) tear(state, number);
  else if (state.place !== 'newer') malformed(state, number, [`expected a JSON object, got ${shown(text)}`]);
}

/** What the lost part held is not known, so the shard before it is not trusted to be the last one either. */
function tear(state: State, number: number): void {
  const last = state.shards.at(-1);
  if (last !== undefined) last.cutOff();
  else if (state.faults.length === 0) {
    malformed(state, number, ['is cut off before the end of its first line: nothing of it can be used']);
  }
}

/** After a first fault lines are still checked, but no longer kept. */
const isSound = ({ faults }: State): boolean => faults.length === 0;

function begin(state: State, read: LineReading, number: number): void {
  state.place = read.type === 'header' ? 'inside' : read.type === 'newer' ? 'newer' : 'astray';
  if (read.type === 'header' && isSound(state)) state.shards.push(openShard(read.header));
  if (read.type === 'newer') state.faults.push({ file: state.file, message: read.message });
  if (read.type === 'malformed') malformed(state, number, read.messages);
}

function add(state: State, read: LineReading, number: number, kind: unknown): void {
  if (read.type === 'malformed') malformed(state, number, read.messages);
  else if (state.place === 'before' || state.place === 'after') complain(state, number, kind);
  else if (state.place === 'inside') addTo(state, isSound(state) ? state.shards.at(-1) : undefined, read);
}

function addTo(state: State, shard: ShardBuilder | undefined, read: LineReading): void {
  if (read.type === 'record') shard?.addRecord(read.record);
  if (read.type === 'coverage') shard?.addCoverage(read.coverage);
  if (read.type !== 'end') return;
  shard?.end(read.records);
  state.place = 'after';
}

function complain(state: State, number: number, kind: unknown): void {
  const where = state.place === 'before' ? 'before any record' : 'after the end of a shard';
  malformed(state, number, [`expected the shard header {"kind":"inventory",…} ${where}, got ${shown(kind)}`]);
  state.place = 'astray';
}

function malformed({ file, faults }: State, line: number, messages: readonly string[]): void {
  faults.push(...messages.map((message) => ({ file, line, message })));
}
