import type { Fault } from '../errors.ts';
import type { Shard } from './record.ts';

export type SourceReading = { readonly shards: readonly Shard[]; readonly faults: readonly Fault[] };

/** How a stream ended: a gzip stream may break off, or hold bytes that cannot have been written so. */
export type StreamEnd = 'whole' | 'cutOff' | 'corrupt';

/** What is made of the lines of one file. */
export type LineReader = {
  /** `isWhole` is false for a last line without its newline: it may be half a line. */
  readonly line: (text: string, number: number, isWhole: boolean) => void;
  readonly finish: (end: StreamEnd) => SourceReading;
};
