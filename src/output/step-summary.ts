import { appendFile } from 'node:fs/promises';
import type { Notes } from './notes.ts';
import { isSystemError } from './system-error.ts';
import { statIfThere } from './write-file.ts';

/** Of a larger one GitHub shows nothing at all (GitHub docs, "Workflow commands": 1 MiB a step). */
const limit = 1024 * 1024;

/** Adds a report to the summary of the step of GitHub Actions. The report itself is written elsewhere, so that this may fail. */
export async function appendToSummary(path: string, pieces: Iterable<string>, notes: Notes): Promise<void> {
  const text = [...pieces].join('');
  try {
    const size = (await statIfThere(path))?.size ?? 0;
    const added = size === 0 ? text : `\n${text}`;
    if (size + Buffer.byteLength(added) > limit) {
      notes.missing('not added to the step summary: it would be larger than 1 MiB, of which GitHub shows nothing');
      return;
    }
    await appendFile(path, added);
    notes.detail('added the markdown report to the step summary');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    notes.missing(`not added to the step summary: ${path} cannot be written (${error.code})`);
  }
}
