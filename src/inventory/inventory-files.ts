import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../errors.ts';
import { compareText } from './scope.ts';

/** One stream of bytes with the name that messages give it. */
export type Source = { readonly name: string; readonly open: () => AsyncIterable<Uint8Array> };
export type Sources = { readonly sources: readonly Source[]; readonly faults: readonly Fault[] };

const inventoryName = /\.(ndjson|json|gz)$/;

/** What the paths of `--inventory` stand for: files as given, of a folder its inventory files in order, `-` is stdin. */
export async function inventoryFiles(paths: readonly string[], stdin: NodeJS.ReadableStream): Promise<Sources> {
  const found: Sources[] = [];
  for (const path of paths) found.push(path === '-' ? stdinSource(stdin) : await filesAt(path));
  const twice = paths.filter((path) => path === '-').length > 1;
  const faults = twice ? [{ file: '-', message: 'stdin can be read once only; give "-" once' }] : [];
  return {
    sources: found.flatMap(({ sources }) => sources),
    faults: [...found.flatMap((each) => each.faults), ...faults],
  };
}

const stdinSource = (stdin: NodeJS.ReadableStream): Sources => ({
  sources: [{ name: 'stdin', open: () => bytesOf(stdin) }],
  faults: [],
});

const fileSource = (name: string): Source => ({ name, open: () => bytesOf(createReadStream(name)) });

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function filesAt(path: string): Promise<Sources> {
  try {
    return (await stat(path)).isDirectory() ? await filesIn(path) : { sources: [fileSource(path)], faults: [] };
  } catch (error) {
    return { sources: [], faults: [unreadable(path, error)] };
  }
}

async function filesIn(folder: string): Promise<Sources> {
  const names = (await readdir(folder)).filter((name) => inventoryName.test(name)).sort(compareText);
  const files: Source[] = [];
  for (const path of names.map((name) => join(folder, name))) {
    if ((await stat(path)).isFile()) files.push(fileSource(path));
  }
  const message = 'has no inventory in it: no *.ndjson, *.json or *.gz file (deeper folders are not looked into)';
  return { sources: files, faults: files.length === 0 ? [{ file: folder, message }] : [] };
}

/** A system error as a fault of the user's; anything else is a bug and goes on. */
export function unreadable(file: string, error: unknown): Fault {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
  const isMissing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
  return { file, message: isMissing ? 'no such file or folder' : `cannot be read (${String(error.code)})` };
}
