import type { MultiformatMessageString, Result as SarifResult } from 'sarif';
import { arnTail } from '../../arn.ts';
import type { Result } from '../../result.ts';
import { plainText } from '../plain-text.ts';
import { identity } from './finding-groups.ts';
import { fingerprintsOf, logicalLocation, type ResultOptions, ruleOf, whereOf } from './results.ts';
import { sarifText, sentence } from './sarif-text.ts';

type Listed = NonNullable<Result['outcomes']>[number];
type Settled = Listed & { readonly outcome: 'pass' | 'notApplicable' };

export const outcomeStrings: { readonly [outcome in Settled['outcome']]: MultiformatMessageString } = {
  pass: { text: "'{0}' is as the rule requires." },
  notApplicable: { text: "The rule does not apply to '{0}'." },
};

/** One result for each target that passes or that a rule does not apply to. */
export function* outcomeResults(outcomes: readonly Listed[], options: ResultOptions): Iterable<SarifResult> {
  for (const [outcome, count] of repeated(outcomes.values())) {
    if (isSettled(outcome)) yield outcomeResult(outcome, count, options);
  }
}

const isSettled = (listed: Listed): listed is Settled => Object.hasOwn(outcomeStrings, listed.outcome);

/** Outcomes are sorted; one point's ARN may stand in two vaults, and would come twice. */
function* repeated(outcomes: Iterable<Listed>): Iterable<readonly [first: Listed, count: number]> {
  let first: Listed | undefined;
  let count = 0;
  for (const outcome of outcomes) {
    if (first !== undefined && keyOf(first) !== keyOf(outcome)) {
      yield [first, count];
      first = undefined;
    }
    count = first === undefined ? 1 : count + 1;
    first ??= outcome;
  }
  if (first !== undefined) yield [first, count];
}

const keyOf = ({ ruleId, outcome, target }: Listed): string => `${ruleId}\n${outcome}\n${target.id}`;

function outcomeResult({ ruleId, outcome, target }: Settled, count: number, options: ResultOptions): SarifResult {
  const { active, index } = ruleOf(ruleId, options.rules);
  const name = target.id.startsWith('arn:') ? arnTail(target.id) : target.id;
  const shown = sarifText(name);
  const says = outcome === 'pass' ? `${shown} is as the rule requires` : `The rule does not apply to ${shown}`;
  return {
    ruleId,
    ruleIndex: index,
    kind: outcome,
    level: 'none',
    message: { text: sentence(`${says}: ${plainText(active.rule.title)}`), id: outcome, arguments: [shown] },
    ...whereOf(active, options, [logicalLocation({ name, id: target.id })]),
    partialFingerprints: fingerprintsOf(identity(ruleId, outcome, target.id)),
    properties: { 'backuplint/kind': plainText(target.kind), 'backuplint/targets': { count } },
  };
}
