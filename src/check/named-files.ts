import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { type JsonFile, readJsonFile } from '../json-file.ts';

/** What a file is for, by its name or by what is in it. */
type FileKind = 'config' | 'rule' | 'waivers';

export type NamedFile = { readonly kind: FileKind | undefined; readonly json: JsonFile };

/** The files that are named, and those in the folders that are; each once, sorted. Of a folder what is ours. */
export async function namedFiles(words: readonly string[], cwd: string): Promise<readonly NamedFile[]> {
  const found = await Promise.all(words.map((word) => filesAt(resolve(cwd, word), word)));
  const once = new Map(found.flat().map((each) => [each.json.file, each]));
  return [...once.values()].sort((a, b) => (a.json.file < b.json.file ? -1 : 1));
}

async function filesAt(path: string, word: string): Promise<readonly NamedFile[]> {
  if (!(await isFolder(path, word))) {
    const named = await namedFile(path);
    return [{ ...named, kind: named.kind ?? 'config' }];
  }
  const names = await readdir(path, { recursive: true });
  const ours = names.filter((name) => /\.jsonc?$/.test(name) && !/(^|[/\\])(\.|node_modules)|\.test\.json$/.test(name));
  const files = await Promise.all(ours.map((name) => namedFile(join(path, name))));
  return files.filter(({ kind, json }) => kind !== undefined || json.value === undefined);
}

async function isFolder(path: string, word: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    throw new UsageError(`${word}: no such file or folder; name a config, rules, waivers, or folders of them`);
  }
}

async function namedFile(file: string): Promise<NamedFile> {
  const json = await readJsonFile(file, 'jsonc');
  return { kind: kindOf(json), json };
}

function kindOf({ file, value }: JsonFile): FileKind | undefined {
  const has = (member: string): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, member);
  const schema: unknown = has('$schema') ? Reflect.get(Object(value), '$schema') : undefined;
  const [, said] = /(config|rule|waivers)\.schema\.json$/.exec(String(schema)) ?? [];
  if (said === 'config' || said === 'rule' || said === 'waivers') return said;
  if (/^backuplint(\.[\w-]+)?\.jsonc?$/.test(basename(file)) && !/waivers/.test(basename(file))) return 'config';
  if (has('require') || (has('target') && has('severity'))) return 'rule';
  return has('waivers') && Array.isArray(Reflect.get(Object(value), 'waivers')) ? 'waivers' : undefined;
}
