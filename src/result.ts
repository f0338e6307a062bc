import { z } from 'zod';
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
  fingerprint: z.string(),
  waiver: z.null(),
  baseline: z.null(),
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
  asOf: z.string(),
  scopes: z.array(Scope.extend({ complete: z.boolean() })),
  summary: z.strictObject({ targets: count, outcomes: OutcomeCounts, findings: SeverityCounts, waived: count }),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      severity: z.enum(severities),
      parameters: z.record(z.string(), z.unknown()),
      remediation: z.string(),
      outcomes: OutcomeCounts,
    }),
  ),
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
export type Target = z.infer<typeof Target>;
export type Evidence = z.infer<typeof Evidence>;
export type Outcome = z.infer<typeof Outcome>;
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;
export type ResultGap = z.infer<typeof Gap>;
export type ResultRule = Result['rules'][number];
