import { createReadStream } from 'node:fs';
import { faultsError } from '../errors.ts';
import { unreadable } from './inventory-files.ts';
import { type LineReading, readLine } from './inventory-line.ts';
import { parseJson } from './parse-json.ts';
import { textLines } from './text-lines.ts';
import { textStream } from './text-stream.ts';

/**
 * The lines of one inventory file, one after the other, as far as they are whole: what was cut off in the middle ends
 * there. A usage error where a line before that makes no sense.
 */
export async function* eachLine(file: string): AsyncGenerator<LineReading> {
  let number = 0;
  try {
    for await (const { lines, areWhole } of textLines(textStream(createReadStream(file)).text)) {
      for (const text of lines) {
        number += 1;
        const value = text.trim() === '' ? undefined : parseJson(text);
        if (value === undefined && !areWhole) return;
        if (text.trim() !== '') yield sound(readLine(value), file, number);
      }
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw faultsError([unreadable(file, error)]);
    throw error;
  }
}

function sound(line: LineReading, file: string, number: number): LineReading {
  if (line.type === 'malformed') {
    throw faultsError(line.messages.map((message) => ({ file, line: number, message })));
  }
  if (line.type === 'newer') throw faultsError([{ file, message: line.message }]);
  return line;
}
