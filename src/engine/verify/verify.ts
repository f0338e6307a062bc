import { DisagreementError } from '../../errors.ts';
import type { Outcome } from '../../result.ts';
import type { ActiveRule, Rule } from '../../rules/rule.ts';
import type { Evaluation } from '../evaluation.ts';
import { type Law, lawOf, type Ruling } from './law.ts';
import type { Part } from './law-condition.ts';
import type { SeenVerdict } from './witness.ts';

/**
 * Has json-rules-engine check the verdicts that the evaluation took down, over the values that our engine saw. Throws
 * where it does not come to the same. Gives the number of verdicts checked.
 */
export async function verify({ seen = [] }: Pick<Evaluation, 'seen'>): Promise<number> {
  const laws = new Map<ActiveRule, Law>();
  for (const verdict of seen) {
    const law = laws.get(verdict.active) ?? lawOf(partsOf(verdict.active.rule));
    laws.set(verdict.active, law);
    check(verdict, await law([...verdict.when, ...verdict.require]));
  }
  return seen.length;
}

/** `require`, and before it `when`, where there is one. */
const partsOf = ({ when, require }: Rule): readonly Part[] => [
  ...(when === undefined ? [] : [{ at: '/when', condition: when }]),
  { at: '/require', condition: require },
];

function check(verdict: SeenVerdict, { holds, contested }: Ruling): void {
  if (contested !== undefined) {
    const { at, operator, ours, theirs } = contested;
    throw disagreement(verdict, `at ${at} "${operator}" is ${ours} for backuplint, ${theirs} for json-rules-engine`);
  }
  const outcome = outcomeOf(holds);
  if (outcome === verdict.outcome) return;
  const at = outcome === 'notApplicable' || verdict.outcome === 'notApplicable' ? '/when' : '/require';
  throw disagreement(verdict, `at ${at} backuplint says ${verdict.outcome}, json-rules-engine says ${outcome}`);
}

/** What `when` and `require` come to, said once more and apart from the engine that is checked. */
function outcomeOf(parts: Ruling['holds']): Outcome {
  const [applies, holds] = parts.length === 1 ? [true, parts[0]] : parts;
  if (applies === false) return 'notApplicable';
  if (holds === true) return 'pass';
  return applies === true && holds === false ? 'fail' : 'unknown';
}

const disagreement = ({ active, target }: SeenVerdict, difference: string): DisagreementError =>
  new DisagreementError(
    `${active.rule.id} ${active.rule.name} (${active.file}) on ${target}: ${difference}; nothing is reported, since one of the two is wrong`,
  );
