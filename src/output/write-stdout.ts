import type { Io } from '../io.ts';
import { isSystemError } from './system-error.ts';
import { writeError } from './write-error.ts';
import { writeStream } from './write-stream.ts';

/** Where stdout is a file, its disk may be full: the user's to mend, like a file of --output. */
export async function writeStdout({ stdout }: Pick<Io, 'stdout'>, pieces: Iterable<string>): Promise<void> {
  try {
    await writeStream(stdout, pieces);
  } catch (error) {
    throw isSystemError(error) ? writeError('stdout', error) : error;
  }
}
