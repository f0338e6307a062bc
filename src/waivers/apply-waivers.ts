import type { Subject } from '../engine/evaluation.ts';
import { matchOf } from '../engine/match.ts';
import type { Finding, Result, ResultWaiver } from '../result.ts';
import type { LoadedRule } from '../rules/rule.ts';
import { findRule } from '../rules/rule-names.ts';
import { daysUntil, expiringDays, type Waiver } from './waiver-file.ts';
import { waiverWarnings } from './waiver-warnings.ts';

export type Waiving = {
  readonly waivers: readonly Waiver[];
  readonly rules: readonly LoadedRule[];
  readonly subjectOf: (finding: Finding) => Subject;
  /** The fingerprint as reports show it, where that is another one: whoever writes a waiver takes it from there. */
  readonly shownOf?: ((finding: Finding) => string) | undefined;
};

/**
 * The result with its accepted findings marked. Of several waivers the first in the file that still applies counts. One that
 * expired accepts nothing: its findings are open again, and say so. (Call it on the result of the evaluation itself.)
 */
export function applyWaivers(result: Result, { waivers, rules, subjectOf, shownOf }: Waiving): Result {
  if (waivers.length === 0) return result;
  const terms = waivers.map((waiver) => termOf(waiver, result.asOf, rules));
  const counts = terms.map(() => 0);
  const untold = terms.map(() => 0);
  const asksShown = waivers.some(({ fingerprint }) => fingerprint !== undefined) ? shownOf : undefined;
  const findings = result.findings.map((finding) => {
    const named = { finding, prints: [finding.fingerprint, asksShown?.(finding)], subject: subjectOf(finding) };
    const fitting = terms.flatMap((term, at) => {
      const fit = fits(term, named);
      if (fit === undefined) untold[at] = (untold[at] ?? 0) + 1;
      return fit ? [at] : [];
    });
    const at = fitting.find((each) => terms[each]?.isOver === false) ?? fitting[0];
    if (at === undefined) return finding;
    counts[at] = (counts[at] ?? 0) + 1;
    return marked(finding, at, terms[at]);
  });
  return {
    ...result,
    findings,
    waivers: terms.map((term, at) => toldWaiver(term, { findings: counts[at] ?? 0, untold: untold[at] ?? 0 }, result)),
  };
}

type Term = {
  readonly waiver: Waiver;
  /** Undefined: of every rule, or of whichever the fingerprint is. */
  readonly ruleId: string | undefined;
  readonly isOver: boolean;
  readonly daysLeft: number;
};

function termOf(waiver: Waiver, asOf: string, rules: readonly LoadedRule[]): Term {
  const { rule, expires } = waiver;
  const ruleId = rule === undefined || rule === '*' ? undefined : (findRule(rules, rule)?.rule.id ?? rule);
  const daysLeft = daysUntil(expires, asOf);
  return { waiver, ruleId, isOver: daysLeft < 0, daysLeft };
}

type Named = {
  readonly finding: Finding;
  readonly prints: readonly (string | undefined)[];
  readonly subject: Subject;
};

/** Undefined where it hangs on tags that were not read. */
function fits({ waiver, ruleId }: Term, { finding, prints, subject }: Named): boolean | undefined {
  if (ruleId !== undefined && ruleId !== finding.ruleId) return false;
  if (waiver.fingerprint !== undefined) return prints.includes(waiver.fingerprint);
  return waiver.match !== undefined && matchOf(waiver.match, subject);
}

function marked(finding: Finding, at: number, term: Term | undefined): Finding {
  if (term === undefined) return finding;
  const { reason, owner, ticket, expires } = term.waiver;
  if (term.isOver) return { ...finding, message: `${finding.message} (waiver expired ${expires})` };
  return { ...finding, waiver: { at, reason, owner, ...(ticket === undefined ? {} : { ticket }), expires } };
}

function toldWaiver(
  term: Term,
  { findings, untold }: { readonly findings: number; readonly untold: number },
  result: Result,
): ResultWaiver {
  const { place: _, ...written } = term.waiver;
  const state = stateOf(term, findings);
  const come = { ...term, state, findings, untold };
  return { ...written, state, findings, warnings: waiverWarnings(written, come, result) };
}

function stateOf({ isOver, daysLeft }: Term, findings: number): ResultWaiver['state'] {
  if (isOver) return 'expired';
  if (findings === 0) return 'unused';
  return daysLeft <= expiringDays ? 'expiring' : 'used';
}
