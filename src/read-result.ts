import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { UsageError } from './errors.ts';
import { wholeBytes } from './inventory/text-stream.ts';
import type { Io } from './io.ts';
import { Result } from './result.ts';

const expected = 'expected a result of backuplint (--format json)';

/** Faults named of one result; a file of another kind has as many as it has members. */
const faultsNamed = 5;

/** A result as it was written, plain or gzipped; `-` is stdin. */
export async function readResult(path: string, { cwd, stdin }: Pick<Io, 'cwd' | 'stdin'>): Promise<Result> {
  const value = parsed(await textOf(path === '-' ? stdin : createReadStream(resolve(cwd, path)), path), path);
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) {
    throw new UsageError(`${path}: ${expected}`);
  }
  if (value.schemaVersion !== 1) throw new UsageError(`${path}: made by a newer backuplint: update this one`);
  const { data, error } = Result.safeParse(value);
  if (data !== undefined) return data;
  const faults = error.issues.map((issue) => `${path}: at /${issue.path.map(String).join('/')}: ${issue.message}`);
  const more = faults.length - faultsNamed;
  throw new UsageError([...faults.slice(0, faultsNamed), ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'));
}

async function textOf(bytes: NodeJS.ReadableStream, path: string): Promise<string> {
  try {
    return await text(wholeBytes(chunksOf(bytes)));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code === 'ENOENT' ? 'no such file' : error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path}: ${code === 'ENOENT' ? why : `cannot be read: ${why}`}`);
  }
}

async function* chunksOf(bytes: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

function parsed(json: string, path: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError(`${path}: ${expected}, but this is no JSON`);
  }
}
