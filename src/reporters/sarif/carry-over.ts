import type { Result } from '../../result.ts';
import { type Severity, severities } from '../../severity.ts';
import type { Carried } from './carried.ts';

type Scanned = Pick<Result, 'scopes' | 'findings' | 'rules'>;

/** What an earlier scan found and this one did not judge anew: its place was not read whole, or it cannot be told. */
export function carryOver(earlier: readonly Carried[], { scopes, findings, rules }: Scanned): readonly Carried[] {
  const inForce = new Set(rules.map(({ id }) => id));
  const keysOf = (outcome: string) => new Set(findings.filter((finding) => finding.outcome === outcome).map(keyOf));
  const failing = keysOf('fail');
  const open = keysOf('unknown');
  const read = new Set(scopes.filter(({ complete }) => complete).map(scopeOf));
  return earlier
    .filter((each) => inForce.has(each.ruleId) && !failing.has(keyOf(each)))
    .filter((each) => !read.has(scopeOf(each.target)) || open.has(keyOf(each)))
    .sort((a, b) => rankOf(a.severity) - rankOf(b.severity) || compare(keyOf(a), keyOf(b)));
}

const keyOf = ({ ruleId, fingerprint }: Pick<Carried, 'ruleId' | 'fingerprint'>): string => `${ruleId}\n${fingerprint}`;

const scopeOf = ({ accountId, region }: { accountId?: string | undefined; region?: string | undefined }): string =>
  `${accountId}/${region}`;

const rankOf = (severity: Severity): number => severities.indexOf(severity);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
