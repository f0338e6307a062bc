import { z } from 'zod';
import { Overview } from './overview.ts';
import { severities } from './severity.ts';

/** The result, version 1: what `--format json` prints and every reporter takes. */
const count = z.number().int().min(0);
const Outcome = z.enum(['pass', 'fail', 'notApplicable', 'unknown']);
const OutcomeCounts = z.strictObject({ pass: count, fail: count, notApplicable: count, unknown: count });
const SeverityCounts = z.strictObject({ critical: count, high: count, medium: count, low: count, info: count });
const Scope = z.strictObject({ accountId: z.string(), region: z.string() });

const Target = z.strictObject({
  kind: z.string(),
  id: z.string(),
  name: z.string().optional(),
  resourceType: z.string().optional(),
  accountId: z.string().optional(),
  region: z.string().optional(),
});

const Evidence = z.strictObject({
  at: z.string(),
  fact: z.string(),
  path: z.string().optional(),
  operator: z.string(),
  expected: z.unknown().optional(),
  actual: z.unknown().optional(),
  holds: z.boolean().nullable(),
});

/** What says that a finding is accepted. */
const waiverTexts = { reason: z.string(), owner: z.string(), ticket: z.string().optional(), expires: z.string() };

/** `at` is its index in the result's list. */
const FindingWaiver = z.strictObject({ at: count, ...waiverTexts });

/** How a finding stands to the result it was compared with; `since` is the `asOf` of the first result that had it. */
const FindingBaseline = z.strictObject({ state: z.enum(['new', 'unchanged', 'updated']), since: z.string() });

const Patterns = z.union([z.string(), z.array(z.string())]);

const MatchText = z.record(z.string(), z.union([Patterns, z.record(z.string(), Patterns)]));

/** A waiver as written, and what it came to. */
const ResultWaiver = z.strictObject({
  rule: z.string().optional(),
  match: MatchText.optional(),
  fingerprint: z.string().optional(),
  ...waiverTexts,
  /** `expiring`: used, and over within 14 days. */
  state: z.enum(['used', 'expiring', 'expired', 'unused']),
  /** How many it accepts; of one that expired, how many it would. */
  findings: count,
  warnings: z.array(z.string()),
});

const Finding = z.strictObject({
  ruleId: z.string(),
  ruleName: z.string(),
  outcome: z.enum(['fail', 'unknown']),
  severity: z.enum(severities),
  target: Target,
  message: z.string(),
  evidence: z.array(Evidence),
  related: z.array(z.string()),
  gaps: z.array(count),
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/, 'expected 32 hexadecimal digits'),
  waiver: FindingWaiver.nullable(),
  baseline: FindingBaseline.nullable(),
});

const Gap = Scope.extend({
  operation: z.string(),
  resource: z.string().optional(),
  status: z.string(),
  error: z.strictObject({ name: z.string(), message: z.string() }).optional(),
});

export const Result = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('backuplint'), version: z.string() }),
  asOf: z.iso.datetime(),
  /** There where account ids were taken out (`--redact`): results compare only where it is the same. */
  redacted: z.string().optional(),
  scopes: z.array(Scope.extend({ complete: z.boolean() })),
  summary: z.strictObject({ targets: count, outcomes: OutcomeCounts, findings: SeverityCounts, waived: count }),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      severity: z.enum(severities),
      parameters: z.record(z.string(), z.unknown()),
      /** As the config has them; all that match a target apply to it, one after the other. */
      overrides: z
        .array(z.strictObject({ match: MatchText, parameters: z.record(z.string(), z.unknown()) }))
        .optional(),
      remediation: z.string(),
      outcomes: OutcomeCounts,
    }),
  ),
  waivers: z.array(ResultWaiver).optional(),
  overview: Overview.optional(),
  findings: z.array(Finding),
  gaps: z.array(Gap),
  outcomes: z
    .array(
      z.strictObject({
        ruleId: z.string(),
        outcome: Outcome,
        target: z.strictObject({ kind: z.string(), id: z.string() }),
      }),
    )
    .optional(),
});

export type Result = z.infer<typeof Result>;
export type Finding = z.infer<typeof Finding>;
export type FindingBaseline = z.infer<typeof FindingBaseline>;
export type ResultWaiver = z.infer<typeof ResultWaiver>;
export type Target = z.infer<typeof Target>;
export type Evidence = z.infer<typeof Evidence>;
export type Outcome = z.infer<typeof Outcome>;
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;
export type ResultGap = z.infer<typeof Gap>;
export type ResultRule = Result['rules'][number];
