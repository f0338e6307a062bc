import type { Result } from '../../result.ts';
import type { Demand } from '../../rules/demand.ts';
import { type Severity, severities } from '../../severity.ts';
import type { Carried } from './carried.ts';

type Scanned = Pick<Result, 'scopes' | 'findings' | 'rules' | 'gaps'>;
type Needs = readonly Pick<Demand, 'operation' | 'rules'>[];

/**
 * What an earlier scan found and this one did not judge anew: its place was not read, or something there that its rule needs
 * was not, or it cannot be told.
 */
export function carryOver(earlier: readonly Carried[], now: Scanned, needs: Needs): readonly Carried[] {
  const { scopes, findings, rules } = now;
  const inForce = new Set(rules.map(({ id }) => id));
  const keysOf = (outcome: string) => new Set(findings.filter((finding) => finding.outcome === outcome).map(keyOf));
  const failing = keysOf('fail');
  const open = keysOf('unknown');
  const read = new Set(scopes.map(scopeOf));
  const unread = unreadIn(now, needs);
  const isRead = ({ ruleId, target }: Carried) =>
    read.has(scopeOf(target)) && !unread.has(`${ruleId}\n${scopeOf(target)}`);
  return earlier
    .filter((each) => inForce.has(each.ruleId) && !failing.has(keyOf(each)))
    .filter((each) => !isRead(each) || open.has(keyOf(each)))
    .sort((a, b) => rankOf(a.severity) - rankOf(b.severity) || compare(keyOf(a), keyOf(b)));
}

/** Each rule with each scope where something that it needs was not read. */
function unreadIn({ gaps, scopes }: Scanned, needs: Needs): ReadonlySet<string> {
  const rulesOf = new Map<string, readonly string[]>(needs.map(({ operation, rules }) => [operation, rules]));
  const whole = new Set(scopes.filter(({ complete }) => complete).map(scopeOf));
  const there = gaps.filter((gap) => !whole.has(scopeOf(gap)));
  return new Set(
    there.flatMap((gap) => (rulesOf.get(gap.operation) ?? []).map((ruleId) => `${ruleId}\n${scopeOf(gap)}`)),
  );
}

const keyOf = ({ ruleId, fingerprint }: Pick<Carried, 'ruleId' | 'fingerprint'>): string => `${ruleId}\n${fingerprint}`;

const scopeOf = ({ accountId, region }: { accountId?: string | undefined; region?: string | undefined }): string =>
  `${accountId}/${region}`;

const rankOf = (severity: Severity): number => severities.indexOf(severity);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
