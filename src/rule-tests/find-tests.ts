import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';

export const testSuffix = '.test.json';

/** Test files as they are named, and all below the folders; each once, sorted. Throws for a path that is not there. */
export async function findTests(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map(testsAt));
  return [...new Set(found.flat())].sort();
}

async function testsAt(path: string): Promise<readonly string[]> {
  if (!(await isFolder(path))) return [path];
  const names = await readdir(path, { recursive: true });
  return names.filter((name) => name.endsWith(testSuffix)).map((name) => join(path, name));
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    throw new UsageError(`${path}: no such file or folder; name test files (*${testSuffix}) or folders of them`);
  }
}
