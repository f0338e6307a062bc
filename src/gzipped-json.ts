import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { UsageError } from './errors.ts';
import { wholeBytes } from './inventory/text-stream.ts';

type Saying = {
  /** The file, as the user named it. */
  readonly shown: string;
  /** What to do where there is none. */
  readonly missing: string;
  /** What it is, where it is no JSON. */
  readonly broken: string;
};

/** The value in a JSON file, plain or gzipped. Throws a usage error. */
export async function gzippedJson(path: string, { shown, missing, broken }: Saying): Promise<unknown> {
  try {
    return JSON.parse(await text(wholeBytes(createReadStream(path))));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${shown}: ${broken}`);
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${shown}: ${code === 'ENOENT' ? missing : `cannot be read: ${why}`}`);
  }
}
