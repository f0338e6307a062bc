import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './errors.ts';
import { automationId } from './reporters/sarif/automation-id.ts';
import type { Carried } from './reporters/sarif/carried.ts';
import { EarlierEvidence } from './reporters/sarif/earlier-evidence.ts';

/** The failing results of an evidence file, for a scan of the same category; throws for what is no such file. */
export async function readEarlierEvidence(file: string, cwd: string, category: string): Promise<readonly Carried[]> {
  const parsed = EarlierEvidence.safeParse(await jsonOf(resolve(cwd, file), file));
  if (!parsed.success) {
    const [{ path, message } = { path: [], message: '' }] = parsed.error.issues;
    throw new UsageError(`${file}: not what --format evidence writes: ${path.join('.')}: ${message}`);
  }
  const [run] = parsed.data.runs;
  const own = categoryOf(automationId(category, ''));
  const other = categoryOf(run.automationDetails.id);
  if (other !== own) {
    throw new UsageError(`${file} is of the category ${other}, and this scan of ${own}: their alerts are apart`);
  }
  return run.results.flatMap((result) => result ?? []);
}

/** What stands before the last slash. */
const categoryOf = (id: string): string => id.slice(0, id.lastIndexOf('/'));

async function jsonOf(path: string, shown: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${shown}: this is no JSON: ${error.message}`);
    if (error instanceof Error && 'code' in error) throw new UsageError(`${shown}: ${unread(error.code, error)}`);
    throw error;
  }
}

const unread = (code: unknown, { message }: Error): string =>
  code === 'ENOENT' ? 'no such file' : `cannot be read: ${message}`;
