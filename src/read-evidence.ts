import { resolve } from 'node:path';
import { UsageError } from './errors.ts';
import { gzippedJson } from './gzipped-json.ts';
import { requireSameNames } from './redaction/same-names.ts';
import { automationId } from './reporters/sarif/automation-id.ts';
import type { Carried } from './reporters/sarif/carried.ts';
import { EarlierEvidence } from './reporters/sarif/earlier-evidence.ts';

/** What the scan that carries them over is like: its alerts are those of its category, and accounts go by names or by ids. */
type Carrying = { readonly category: string; readonly redacted: string | undefined };

/** What failed and was open, and where that scan had read. */
export type EarlierFindings = {
  readonly found: readonly Carried[];
  readonly scopes: readonly { readonly accountId: string; readonly region: string }[];
};

const saying = {
  missing: 'no such file; a scan with -f evidence=FILE makes one, for the next scan',
  broken: 'this is no JSON',
};

/** The failing results of an evidence file, plain or gzipped; throws for what is no such file, or not of such a scan. */
export async function readEarlierEvidence(file: string, cwd: string, scan: Carrying): Promise<EarlierFindings> {
  const parsed = EarlierEvidence.safeParse(await gzippedJson(resolve(cwd, file), { shown: file, ...saying }));
  if (!parsed.success) {
    const [{ path, message } = { path: [], message: '' }] = parsed.error.issues;
    throw new UsageError(`${file}: not what --format evidence writes: ${path.join('.')}: ${message}`);
  }
  const [run] = parsed.data.runs;
  requireCategory(run.automationDetails.id, scan, file);
  requireSameNames(file, run.properties['backuplint/redacted'], scan.redacted);
  const found = parsed.data.runs.flatMap(({ results }) => results.flatMap((result) => result ?? []));
  return { found, scopes: run.properties['backuplint/scopes'].list };
}

function requireCategory(id: string, { category }: Carrying, file: string): void {
  const own = categoryIn(automationId(category, ''));
  const other = categoryIn(id);
  if (other === own) return;
  throw new UsageError(`${file} is of the category ${other}, and this scan of ${own}: their alerts are apart`);
}

/** What stands before the last slash. */
const categoryIn = (id: string): string => id.slice(0, id.lastIndexOf('/'));
