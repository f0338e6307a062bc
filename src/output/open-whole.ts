import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { realTarget } from './real-target.ts';
import { isSystemError } from './system-error.ts';
import { writeError } from './write-error.ts';
import { isReplaceable, statIfThere } from './write-file.ts';
import { write } from './write-stream.ts';

/** A file that is written bit by bit, and appears when it is kept. */
export type OpenFile = {
  /** Resolves when it may take more. */
  readonly write: (text: string) => Promise<void>;
  /** What was written is the file from now on. */
  readonly keep: () => Promise<void>;
  /** As if it had never been opened. */
  readonly discard: () => Promise<void>;
};

/** Opens a file beside its place, gzipped where the name ends in `.gz`; what is no regular file is written through. */
export async function openWhole(path: string, token: string = randomUUID()): Promise<OpenFile> {
  return blaming(path, async () => {
    const old = await statIfThere(path);
    const target = isReplaceable(path, old) ? await realTarget(path) : undefined;
    const temporary = target && join(dirname(target), `.backuplint-${token}.tmp`);
    const handle = await (temporary === undefined ? openThrough(path) : openBeside(temporary, target ?? path, old));
    const { entry, file } = streamTo(handle, path);
    return {
      write: (text) => blaming(path, () => write(entry, text)),
      keep: () =>
        blaming(path, async () => {
          entry.end();
          await finished(file);
          if (temporary !== undefined) await rename(temporary, target ?? path);
        }),
      discard: async () => {
        entry.destroy();
        file.destroy();
        await finished(file).catch(() => undefined);
        if (temporary !== undefined) await rm(temporary, { force: true });
      },
    };
  });
}

const openThrough = (path: string): Promise<FileHandle> => open(path, constants.O_WRONLY | constants.O_APPEND);

async function openBeside(temporary: string, target: string, old: Stats | undefined): Promise<FileHandle> {
  // A rename needs no right to the old file, but its owner may have made it read-only on purpose.
  if (old !== undefined) await access(target, constants.W_OK);
  const handle = await open(temporary, 'wx', old?.mode);
  if (old !== undefined) await handle.chmod(old.mode & 0o777);
  return handle;
}

/** Level 1 makes the file a little larger and the writing several times faster. */
function streamTo(handle: FileHandle, path: string): { readonly entry: Writable; readonly file: Writable } {
  const file = handle.createWriteStream();
  // Whoever writes is told of an error.
  file.on('error', () => {});
  if (!path.endsWith('.gz')) return { entry: file, file };
  const entry = createGzip({ level: 1 });
  file.on('error', (error) => entry.destroy(error));
  entry.on('error', () => {});
  entry.pipe(file);
  return { entry, file };
}

async function blaming<Value>(path: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    throw isSystemError(error) ? writeError(path, error) : error;
  }
}
