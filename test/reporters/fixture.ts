import { createHash } from 'node:crypto';
import type { Report, ReportOptions } from '../../src/reporters/reporter.ts';
import type { Finding, Result, ResultGap, ResultWaiver, Target } from '../../src/result.ts';
import type { ActiveRule, Rule } from '../../src/rules/rule.ts';
import { severities } from '../../src/severity.ts';

export const options: ReportOptions = { width: 80, color: false, category: 'backuplint', root: '/repo' };

const region = { startLine: 12, startColumn: 3, endLine: 14, endColumn: 4 };

export function activeRule(
  given: Partial<Rule> & Pick<Rule, 'id' | 'name'>,
  over: Partial<ActiveRule> = {},
): ActiveRule {
  const rule: Rule = {
    title: `The title of ${given.name}`,
    description: `Why ${given.name} matters.`,
    target: 'protectedResource',
    severity: 'high',
    require: { all: [{ fact: 'neverExpires', operator: 'equal', value: true }] },
    message: '{{target}} is not good',
    remediation: `Mend ${given.name}`,
    references: [`https://docs.aws.amazon.com/aws-backup/${given.name}`],
    ...given,
  };
  const file = `/package/rules/${rule.name}.json`;
  const loaded = { rule, origin: 'shipped', file, requirePlace: { file, region } } as const;
  return { ...loaded, severity: rule.severity, parameters: {}, ...over };
}

const arnOf = (name: string): string => `arn:aws:rds:eu-west-1:111122223333:db:${name}`;

export const resource = (name: string, over: Partial<Target> = {}): Target => ({
  kind: 'protectedResource',
  id: arnOf(name),
  name,
  resourceType: 'RDS',
  accountId: '111122223333',
  region: 'eu-west-1',
  ...over,
});

export const finding = ({ rule, severity }: ActiveRule, target: Target, over: Partial<Finding> = {}): Finding => ({
  ruleId: rule.id,
  ruleName: rule.name,
  outcome: 'fail',
  severity,
  target,
  message: `${target.name ?? target.id} is not good`,
  evidence: [],
  related: [],
  gaps: [],
  fingerprint: createHash('sha256').update(`v1\n${rule.id}\n${target.id}`).digest('hex').slice(0, 32),
  waiver: null,
  baseline: null,
  ...over,
});

/** By the first waiver of the result. */
export const accepted: NonNullable<Finding['waiver']> = {
  at: 0,
  reason: 'Scratch data',
  owner: 'data-platform',
  ticket: 'BACKUP-12',
  expires: '2027-01-31',
};

export const gap = (operation: string, status: string, over: Partial<ResultGap> = {}): ResultGap => ({
  accountId: '111122223333',
  region: 'eu-west-1',
  operation,
  status,
  ...over,
});

export type Parts = {
  readonly rules: readonly ActiveRule[];
  readonly findings?: readonly Finding[];
  readonly gaps?: readonly ResultGap[];
  readonly waivers?: readonly ResultWaiver[];
  /** As with `--new-only`. */
  readonly newOnly?: boolean;
  /** Targets that pass each rule, and to which it does not apply. */
  readonly pass?: number;
  readonly notApplicable?: number;
};

/** A result as the engine would make it: findings in order, counts that add up. */
export function reportOf(parts: Parts): Report {
  const { rules, findings = [], gaps = [], waivers, newOnly = false, pass = 0, notApplicable = 0 } = parts;
  const of = (outcome: string, ruleId?: string) =>
    findings.filter((each) => each.outcome === outcome && (ruleId === undefined || each.ruleId === ruleId)).length;
  const outcomes = (ruleId?: string) => {
    const all = ruleId === undefined ? rules.length : 1;
    return {
      pass: pass * all,
      fail: of('fail', ruleId),
      notApplicable: notApplicable * all,
      unknown: of('unknown', ruleId),
    };
  };
  const failing = findings.filter(
    ({ outcome, waiver, baseline }) => outcome === 'fail' && waiver === null && (!newOnly || baseline?.state === 'new'),
  );
  const counts = severities.map((name) => [name, failing.filter(({ severity }) => severity === name).length]);
  const result: Result = {
    schemaVersion: 1,
    tool: { name: 'backuplint', version: '0.1.0' },
    asOf: '2026-11-24T02:00:00.000Z',
    scopes: [{ accountId: '111122223333', region: 'eu-west-1', complete: gaps.length === 0 }],
    summary: {
      targets: pass + notApplicable + new Set(findings.map(({ target }) => target.id)).size,
      outcomes: outcomes(),
      findings: { critical: 0, high: 0, medium: 0, low: 0, info: 0, ...Object.fromEntries(counts) },
      waived: findings.filter(({ waiver }) => waiver !== null).length,
    },
    rules: rules.map(({ rule, severity, parameters }) => ({
      id: rule.id,
      name: rule.name,
      title: rule.title,
      severity,
      parameters: { ...parameters },
      remediation: rule.remediation,
      outcomes: outcomes(rule.id),
    })),
    ...(waivers === undefined ? {} : { waivers: [...waivers] }),
    findings: [...findings],
    gaps: [...gaps],
  };
  return { result, rules, operations: [], waiverPlaces: [], partial: gaps.length > 0, exitCode: 0 };
}
