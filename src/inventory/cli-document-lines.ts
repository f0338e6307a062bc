import type { Fault } from '../errors.ts';
import { readDocument } from './cli-document.ts';
import { unrecognized } from './cli-refusal.ts';
import { brokenOffset, type JsonDocument, jsonDocuments, offsetsIn, placeOf } from './json-documents.ts';
import type { LineReader, SourceReading } from './line-reader.ts';
import type { Mismatch } from './mismatch.ts';
import type { Scope, Shard } from './record.ts';

/** Reads the AWS CLI output of one file: its documents need not keep to lines, so they are taken whole at the end. */
export function documentLines(file: string, fileScope: Scope | undefined): LineReader {
  const lines: string[] = [];
  let last = 0;
  return {
    line: (text, number) => {
      // Blank lines are not passed on, but places count them.
      lines.push('\n'.repeat(number - last - 1) + text);
      last = number;
    },
    finish: (end) => {
      const reading = readDocuments(file, lines.join('\n'), fileScope);
      return end === 'whole' ? reading : { ...reading, shards: withLastCutOff(reading.shards) };
    },
  };
}

const withLastCutOff = (shards: readonly Shard[]): readonly Shard[] =>
  shards.map((shard, index) => (index === shards.length - 1 ? { ...shard, cutOff: true } : shard));

function readDocuments(file: string, text: string, fileScope: Scope | undefined): SourceReading {
  if (!/^\s*[{[]/.test(text)) {
    return { shards: [], faults: [{ file, message: `${unrecognized}; it must be JSON in UTF-8` }] };
  }
  const readings = jsonDocuments(text).map((document) => readOne(file, text, document, fileScope));
  return { shards: readings.flatMap(({ shards }) => shards), faults: readings.flatMap(({ faults }) => faults) };
}

function readOne(file: string, text: string, document: JsonDocument, fileScope: Scope | undefined): SourceReading {
  if (document.value === undefined) {
    const place = placeOf(text, brokenOffset(document));
    return { shards: [], faults: [{ file, ...place, message: 'is not JSON from here on' }] };
  }
  const read = readDocument(document.value, fileScope);
  if ('shard' in read) return { shards: [read.shard], faults: [] };
  return { shards: [], faults: faultsOf(file, text, document, read.mismatches) };
}

/** To find a place means to walk the text again, so only faults that will be shown get theirs. */
const placedFaults = 20;

function faultsOf(
  file: string,
  text: string,
  document: JsonDocument,
  mismatches: readonly Mismatch[],
): readonly Fault[] {
  const isAlone = document.text.trim() === text.trim();
  const offsetOf = offsetsIn(document);
  return mismatches.map(({ path, message }, index) => {
    const needsNoPlace = index >= placedFaults || (isAlone && path.length === 0);
    return needsNoPlace ? { file, message } : { file, ...placeOf(text, offsetOf(path)), message };
  });
}
