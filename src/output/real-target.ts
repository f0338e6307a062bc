import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { hasCode, isSystemError } from './system-error.ts';

/** The file that a path leads to, through links, also where that file does not exist yet. */
export async function realTarget(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  const folder = await realpath(dirname(path));
  const link = await linkOf(path);
  return link === undefined ? join(folder, basename(path)) : realTarget(resolve(folder, link));
}

async function linkOf(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch (error) {
    // Not there at all; a link that leads to itself was refused before.
    if (isSystemError(error)) return undefined;
    throw error;
  }
}
