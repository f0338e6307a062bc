import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { wholeBytes } from '../inventory/text-stream.ts';
import { Result } from '../result.ts';
import { severities } from '../severity.ts';
import type { Listed } from './baseline.ts';

/** Of a result that is compared with: its findings alone. */
const ResultFile = z.object({
  schemaVersion: z.number(),
  asOf: z.string(),
  redacted: z.string().optional(),
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
  properties: z.object({ 'backuplint/profile': z.literal('evidence'), 'backuplint/redacted': z.string().optional() }),
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

/** What an earlier result says of each finding, and how accounts are called in it (`redacted` of a result). */
export type EarlierResult = { readonly findings: readonly Listed[]; readonly redacted: string | undefined };

/** A result in the json or the evidence format, plain or gzipped. */
export async function readBaseline(file: string): Promise<EarlierResult> {
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
  if (code === 'ENOENT') return 'no such file; name a result that exists (a scan writes one with -f json=FILE)';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

function ofResult(value: unknown, file: string): EarlierResult {
  const { data } = ResultFile.safeParse(value);
  if (data === undefined) throw new UsageError(`${file}: ${expected}`);
  if (data.schemaVersion !== 1) throw new UsageError(`${file}: made by a newer backuplint: update this one`);
  const findings = data.findings.map(({ waiver, baseline, ...finding }) => ({
    ...finding,
    isWaived: waiver !== null,
    since: baseline?.since ?? data.asOf,
  }));
  return { findings, redacted: data.redacted };
}

const outcomes: { readonly [kind: string]: 'fail' | 'unknown' } = { fail: 'fail', open: 'unknown' };

function ofEvidence(value: unknown, file: string): EarlierResult {
  const { data } = EvidenceFile.safeParse(value);
  if (data === undefined) throw new UsageError(`${file}: ${expected}; the format sarif need not have all findings`);
  const [{ automationDetails, properties: ofRun }] = data.runs;
  const asOf = automationDetails.id.slice(automationDetails.id.lastIndexOf('/') + 1);
  const results = data.runs.flatMap((run) => run.results);
  const findings = results.flatMap(
    ({ ruleId, kind, partialFingerprints, suppressions = [], provenance, properties }) => {
      const outcome = outcomes[kind];
      const fingerprint = partialFingerprints?.['backuplint/v1'];
      if (outcome === undefined || fingerprint === undefined) return [];
      const severity = properties?.['backuplint/severity'] ?? 'info';
      const since = provenance?.firstDetectionTimeUtc ?? asOf;
      return [{ ruleId, fingerprint, outcome, severity, isWaived: suppressions.length > 0, since }];
    },
  );
  return { findings, redacted: ofRun['backuplint/redacted'] };
}
