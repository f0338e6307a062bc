import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { wholeBytes } from '../inventory/text-stream.ts';
import { Result } from '../result.ts';
import { severities } from '../severity.ts';
import { type Baseline, baselineOf, type Listed } from './baseline.ts';

/** Of a result that is compared with: its findings alone. */
const ResultFile = z.object({
  schemaVersion: z.number(),
  asOf: z.string(),
  findings: z.array(
    z.object({
      ruleId: z.string(),
      outcome: z.enum(['fail', 'unknown']),
      severity: z.enum(severities),
      fingerprint: z.string(),
      waiver: z.unknown(),
      baseline: Result.shape.findings.element.shape.baseline,
    }),
  ),
});

const EvidenceRun = z.object({
  automationDetails: z.object({ id: z.string() }),
  results: z.array(
    z.object({
      ruleId: z.string(),
      kind: z.string(),
      partialFingerprints: z.object({ 'backuplint/v1': z.string().optional() }).optional(),
      suppressions: z.array(z.unknown()).optional(),
      provenance: z.object({ firstDetectionTimeUtc: z.string().optional() }).optional(),
      properties: z.object({ 'backuplint/severity': z.enum(severities).optional() }).optional(),
    }),
  ),
});

/** A large one is in several runs. */
const EvidenceFile = z.object({ runs: z.tuple([EvidenceRun], EvidenceRun) });

/** A result in the json or the evidence format, plain or gzipped. */
export const readBaseline = async (file: string): Promise<Baseline> => baselineOf(await findingsIn(file));

/** What such a file says of each finding. */
export async function findingsIn(file: string): Promise<readonly Listed[]> {
  const value = await jsonOf(file);
  const isSarif = typeof value === 'object' && value !== null && 'runs' in value;
  return isSarif ? ofEvidence(value, file) : ofResult(value, file);
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await text(wholeBytes(createReadStream(file))));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file}: ${expected}, but this is no JSON`);
    throw new UsageError(`${file}: ${whyUnread(error)}`);
  }
}

const expected = 'expected a result of backuplint (--format json or evidence)';

function whyUnread(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'no such baseline; make it with --update-baseline, or name a result that exists';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

function ofResult(value: unknown, file: string): readonly Listed[] {
  const { data } = ResultFile.safeParse(value);
  if (data === undefined) throw new UsageError(`${file}: ${expected}`);
  if (data.schemaVersion !== 1) throw new UsageError(`${file}: made by a newer backuplint: update this one`);
  return data.findings.map(({ waiver, baseline, ...finding }) => ({
    ...finding,
    isWaived: waiver !== null,
    since: baseline?.since ?? data.asOf,
  }));
}

const outcomes: { readonly [kind: string]: 'fail' | 'unknown' } = { fail: 'fail', open: 'unknown' };

function ofEvidence(value: unknown, file: string): readonly Listed[] {
  const { data } = EvidenceFile.safeParse(value);
  if (data === undefined) throw new UsageError(`${file}: ${expected}`);
  const [{ automationDetails }] = data.runs;
  const asOf = automationDetails.id.slice(automationDetails.id.lastIndexOf('/') + 1);
  const results = data.runs.flatMap((run) => run.results);
  return results.flatMap(({ ruleId, kind, partialFingerprints, suppressions = [], provenance, properties }) => {
    const outcome = outcomes[kind];
    const fingerprint = partialFingerprints?.['backuplint/v1'];
    if (outcome === undefined || fingerprint === undefined) return [];
    const severity = properties?.['backuplint/severity'] ?? 'info';
    const since = provenance?.firstDetectionTimeUtc ?? asOf;
    return [{ ruleId, fingerprint, outcome, severity, isWaived: suppressions.length > 0, since }];
  });
}
