import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Fault } from '../errors.ts';

export type FoundFiles = { readonly files: readonly string[]; readonly faults: readonly Fault[] };

/** Paths as they are, and the files that a pattern in the last part of a path (`folder/*.json`) matches; each once, sorted. */
export async function findRuleFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found = await Promise.all(paths.map(filesOf));
  const once = new Map(found.flatMap(({ files }) => files.map((file) => [resolve(file), file] as const)));
  return { files: [...once.values()].sort(), faults: found.flatMap(({ faults }) => faults) };
}

async function filesOf(path: string): Promise<FoundFiles> {
  if (!path.includes('*')) return { files: [path], faults: [] };
  const folder = dirname(path);
  const refused = (message: string): FoundFiles => ({ files: [], faults: [{ file: path, message }] });
  if (folder.includes('*'))
    return refused('a pattern may stand in the last part of a path only, such as folder/*.json');
  const names = await namesIn(folder);
  if (names === undefined) return refused(`there is no folder ${folder}`);
  const pattern = nameMatcher(basename(path));
  const files = names.filter((name) => pattern.test(name) && !isTest(name)).map((name) => join(folder, name));
  return files.length === 0 ? refused('no file matches this pattern') : { files, faults: [] };
}

/** The unit tests of a rule may lie beside it. */
const isTest = (name: string): boolean => name.endsWith('.test.json');

async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch {
    return undefined;
  }
}

/** As in a shell, `*` does not stand for the dot that hides a file. */
const nameMatcher = (pattern: string): RegExp =>
  new RegExp(`^${pattern.startsWith('*') ? '(?!\\.)' : ''}${pattern.split('*').map(literally).join('[^/]*')}$`);

const literally = (text: string): string => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
