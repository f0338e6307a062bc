import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TemporaryFolder = { readonly path: string; readonly remove: () => Promise<void> };

/** A folder that nobody else may read; undefined where none can be made (a read-only file system). */
export async function temporaryFolder(): Promise<TemporaryFolder | undefined> {
  try {
    const path = await mkdtemp(join(tmpdir(), 'backuplint-'));
    return { path, remove: () => rm(path, { recursive: true, force: true }) };
  } catch {
    return undefined;
  }
}
