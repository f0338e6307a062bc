import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { gzippedJson } from '../gzipped-json.ts';
import { placesOf } from '../place.ts';
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
      target: z.object({ accountId: z.string().optional(), region: z.string().optional() }),
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
      properties: z
        .object({
          'backuplint/severity': z.enum(severities).optional(),
          'backuplint/places': z.array(z.string()).optional(),
        })
        .optional(),
    }),
  ),
});

/** A large one is in several runs. */
const EvidenceFile = z.object({ runs: z.tuple([EvidenceRun], EvidenceRun) });

/** What an earlier result says of each finding, and how accounts are called in it (`redacted` of a result). */
export type EarlierResult = { readonly findings: readonly Listed[]; readonly redacted: string | undefined };

/** A result in the json or the evidence format, plain or gzipped. */
export async function readBaseline(file: string): Promise<EarlierResult> {
  const value = await gzippedJson(file, { shown: file, ...saying });
  const isSarif = typeof value === 'object' && value !== null && 'runs' in value;
  return isSarif ? ofEvidence(value, file) : ofResult(value, file);
}

const expected = 'expected a result of backuplint (--format json or evidence)';

const saying = {
  missing: 'no such file; name a result that exists (a scan writes one with -f json=FILE)',
  broken: `${expected}, but this is no JSON`,
};

function ofResult(value: unknown, file: string): EarlierResult {
  const { data } = ResultFile.safeParse(value);
  if (data === undefined) throw new UsageError(`${file}: ${expected}`);
  if (data.schemaVersion !== 1) throw new UsageError(`${file}: made by a newer backuplint: update this one`);
  const findings = data.findings.map(({ waiver, baseline, target, ...finding }) => ({
    ...finding,
    places: placesOf(target),
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
      const places = properties?.['backuplint/places'] ?? [];
      return [{ ruleId, fingerprint, outcome, severity, isWaived: suppressions.length > 0, since, places }];
    },
  );
  return { findings, redacted: ofRun['backuplint/redacted'] };
}
