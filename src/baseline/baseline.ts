import type { Finding } from '../result.ts';
import type { Severity } from '../severity.ts';

/** What an earlier result says of one group: the findings of one rule with one fingerprint. */
export type Known = {
  /** The worst of its findings. */
  readonly outcome: Finding['outcome'];
  readonly severity: Severity;
  /** All of them were accepted by waivers: what is open again when those end was never in the baseline. */
  readonly isWaived: boolean;
  /** ISO-8601: the `asOf` of the first result that had it. */
  readonly since: string;
};

/** By `groupKey`. */
export type Baseline = ReadonlyMap<string, Known>;

export const groupKey = ({ ruleId, fingerprint }: Pick<Finding, 'ruleId' | 'fingerprint'>): string =>
  `${ruleId}\n${fingerprint}`;

/** What an earlier result says of one finding. */
export type Listed = Known &
  Pick<Finding, 'ruleId' | 'fingerprint'> & {
    /** `account/region`; empty where it belongs to none, or that is not told. */
    readonly places: readonly string[];
  };

/** Of several findings of a group the failing ones tell, then the first: they come worst first. */
export function baselineOf(findings: Iterable<Omit<Listed, 'places'>>): Baseline {
  const known = new Map<string, Known>();
  for (const { outcome, severity, isWaived, since, ruleId, fingerprint } of findings) {
    const key = groupKey({ ruleId, fingerprint });
    const other = known.get(key);
    const one = { outcome, severity, isWaived, since };
    known.set(key, other === undefined ? one : joined(other, one));
  }
  return known;
}

const rank = ({ outcome, isWaived }: Known): number => (outcome === 'fail' ? 2 : 0) + (isWaived ? 0 : 1);

const joined = (a: Known, b: Known): Known => ({
  ...(rank(b) > rank(a) ? b : a),
  since: [a.since, b.since].sort()[0] ?? a.since,
});
