import type { Finding, Result, ResultRule } from '../../result.ts';
import { severities } from '../../severity.ts';
import { groupBy } from '../group-by.ts';
import { type Standing, standingsIn } from '../standing.ts';

/** More than these make the page slow, and nobody reads them: the json has all. */
const writtenLimit = 2000;
/** Every rule gets so many before one rule may fill the page. */
const fairShare = 100;

/** A finding, and how it counts. */
export type StandingFinding = Finding & { readonly standing: Standing };

export type RuleGroup = {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly rule: ResultRule | undefined;
  /** Those that are written, worst first. */
  readonly findings: readonly StandingFinding[];
  /** How many are not. */
  readonly cut: number;
  /** Of all of them, how they stand. */
  readonly counts: { readonly [standing in Standing]: number };
};

/** The findings by rule, worst first: what fails, then what is unknown, then what does not count. */
export function ruleGroups(result: Result, limit = writtenLimit): readonly RuleGroup[] {
  const byId = new Map(result.rules.map((rule) => [rule.id, rule]));
  const standingOf = standingsIn(result);
  const standing = result.findings.map((finding) => ({ ...finding, standing: standingOf(finding) }));
  const ranked = standing.sort((a, b) => rankOf(a) - rankOf(b));
  const written = chosen(ranked, limit);
  return [...groupBy(ranked, ({ ruleId }) => ruleId)].map(([ruleId, own]) => {
    const shown = own.filter((finding) => written.has(finding));
    return {
      ruleId,
      ruleName: own[0]?.ruleName ?? ruleId,
      rule: byId.get(ruleId),
      findings: shown,
      cut: own.length - shown.length,
      counts: {
        failing: count(own, 'failing'),
        unknown: count(own, 'unknown'),
        inBaseline: count(own, 'inBaseline'),
        waived: count(own, 'waived'),
      },
    };
  });
}

const count = (findings: readonly StandingFinding[], standing: Standing): number =>
  findings.filter((finding) => finding.standing === standing).length;

/** The order that they are written in. */
export const standings = ['failing', 'unknown', 'inBaseline', 'waived'] as const;

function rankOf({ standing, severity, baseline }: StandingFinding): number {
  const known = baseline === null || baseline.state === 'new' ? 0 : 1;
  return standings.indexOf(standing) * 100 + severities.indexOf(severity) * 10 + known;
}

/** First a fair share of each rule, then what still fits. */
function chosen(ranked: readonly StandingFinding[], limit: number): ReadonlySet<StandingFinding> {
  const shares = [...groupBy(ranked, ({ ruleId }) => ruleId).values()].map((own) => own.slice(0, fairShare));
  const first = new Set(shares.flat());
  const fair = ranked.filter((finding) => first.has(finding));
  const others = ranked.filter((finding) => !first.has(finding));
  return new Set([...fair, ...others].slice(0, limit));
}
