import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../errors.ts';
import { compareText } from './scope.ts';

/** One stream of bytes with the name that messages give it. */
export type Source = {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** It cannot be read a second time: stdin, a pipe. */
  readonly comesOnce: boolean;
};
export type Sources = { readonly sources: readonly Source[]; readonly faults: readonly Fault[] };

const inventoryName = /\.(ndjson|json|gz)$/;

/** What the paths of `--inventory` stand for: files as given, of a folder its inventory files in order, `-` is stdin. */
export async function inventoryFiles(paths: readonly string[], { stdin, stdinFile }: Stdin): Promise<Sources> {
  const found: Sources[] = [];
  for (const path of paths) found.push(path === '-' ? stdinSource(stdin, stdinFile) : await filesAt(path));
  const twice = paths.filter((path) => path === '-').length > 1;
  const faults = twice ? [{ file: '-', message: 'stdin can be read once only; give "-" once' }] : [];
  return {
    sources: found.flatMap(({ sources }) => sources),
    faults: [...found.flatMap((each) => each.faults), ...faults],
  };
}

type Stdin = { readonly stdin: NodeJS.ReadableStream; readonly stdinFile?: string | undefined };

const stdinSource = (stdin: NodeJS.ReadableStream, file: string | undefined): Sources => ({
  sources: [
    file === undefined
      ? { name: 'stdin', open: () => bytesOf(stdin), comesOnce: true }
      : { ...fileSource(file, false), name: 'stdin' },
  ],
  faults: [],
});

/** Read in large pieces: an inventory may have gigabytes. */
const fileSource = (name: string, comesOnce: boolean): Source => ({
  name,
  open: () => bytesOf(createReadStream(name, { highWaterMark: 262_144 })),
  comesOnce,
});

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function filesAt(path: string): Promise<Sources> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? await filesIn(path) : { sources: [fileSource(path, !found.isFile())], faults: [] };
  } catch (error) {
    return { sources: [], faults: [unreadable(path, error)] };
  }
}

async function filesIn(folder: string): Promise<Sources> {
  const names = (await readdir(folder)).filter((name) => inventoryName.test(name)).sort(compareText);
  const files: Source[] = [];
  for (const path of names.map((name) => join(folder, name))) {
    if ((await stat(path)).isFile()) files.push(fileSource(path, false));
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
