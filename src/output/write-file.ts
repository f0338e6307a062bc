import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chunks } from './chunks.ts';
import { realTarget } from './real-target.ts';
import { hasCode, isSystemError } from './system-error.ts';
import { writeError } from './write-error.ts';

/**
 * Writes a file whole or not at all: beside it, then renamed over it. What is no regular file (a pipe, a device) is written
 * through, never replaced. `token` makes the name of the temporary file its own.
 */
export async function writeWhole(path: string, pieces: Iterable<string>, token: string = randomUUID()): Promise<void> {
  try {
    const old = await statIfThere(path);
    if (isReplaceable(path, old)) await replace(await realTarget(path), pieces, token, old);
    else await writeThrough(path, pieces);
  } catch (error) {
    throw isSystemError(error) ? writeError(path, error) : error;
  }
}

export const isReplaceable = (path: string, old: Stats | undefined): boolean =>
  old === undefined || (old.isFile() && !isOwnStream(path));

/** `/dev/stdout` may lead to a file that the shell opened: to replace it would cut the shell off from it. */
const isOwnStream = (path: string): boolean => /^\/(dev|proc)\//.test(path);

export async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function replace(target: string, pieces: Iterable<string>, token: string, old: Stats | undefined): Promise<void> {
  // A rename needs no right to the old file, but its owner may have made it read-only on purpose.
  if (old !== undefined) await access(target, constants.W_OK);
  const temporary = join(dirname(target), `.backuplint-${token}.tmp`);
  const handle = await open(temporary, 'wx', old?.mode);
  try {
    await writeAndClose(handle, pieces, old);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeAndClose(handle: FileHandle, pieces: Iterable<string>, old: Stats | undefined): Promise<void> {
  try {
    await writeFile(handle, chunks(pieces));
    // The mode given to `open` was cut by the umask.
    if (old !== undefined) await handle.chmod(old.mode & 0o777);
  } finally {
    await handle.close();
  }
}

/** Appends, so that a file behind `/dev/stdout` keeps what the shell or an earlier command put there. */
async function writeThrough(path: string, pieces: Iterable<string>): Promise<void> {
  const handle = await open(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    await writeFile(handle, chunks(pieces));
  } catch (error) {
    if (!hasCode(error, 'EPIPE')) throw error;
  } finally {
    await handle.close();
  }
}
