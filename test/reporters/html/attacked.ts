import type { Report } from '../../../src/reporters/reporter.ts';
import { Result } from '../../../src/result.ts';

/** Enums, numbers, times and fingerprints are ours; all other text may come from AWS or from a user's file. */
const ours =
  /^(schemaVersion|version|kind|outcome|severity|status|fingerprint|asOf|state|since|at|lockState|expires|lastSuccess|oldest|newest|shortestRetention)$/;

function attacked(value: unknown, attack: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => attacked(item, attack, key));
  if (typeof value === 'string') return ours.test(key) || value === 'backuplint' ? value : `${value}${attack}`;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, attacked(item, attack, name)]));
}

/** The report with the attack in every text that is not ours. */
export const attackedReport = (attack: string, report: Report): Report => ({
  ...report,
  result: Result.parse(attacked(report.result, attack)),
  rules: report.rules.map((active) => ({
    ...active,
    rule: { ...active.rule, description: attack, references: [attack, `https://x${attack}`] },
  })),
});
