import type { Fault } from '../errors.ts';
import { faultAt, type JsonFile } from '../json-file.ts';
import { matchFault } from '../rules/match.ts';
import type { ActiveRule, LoadedRule } from '../rules/rule.ts';
import { findRule } from '../rules/rule-names.ts';
import { type CheckedWaivers, daysUntil, expiringDays, type Waiver } from '../waivers/waiver-file.ts';
import { daysText, matchesEverything } from '../waivers/waiver-warnings.ts';
import { matchDoubts } from './match-doubts.ts';

type Around = {
  readonly loaded: readonly LoadedRule[];
  readonly rules: readonly ActiveRule[];
  readonly types: readonly string[];
  readonly asOf: string;
};

/** The member of the waiver, and what its owner should see to. */
type Doubt = readonly [member: string, message: string];

/** Whether a waiver accepts anything only a scan can tell; this is what can be told without. */
export function waiverDoubts(json: JsonFile, { waivers, pointers }: CheckedWaivers, around: Around): readonly Fault[] {
  return waivers.flatMap((waiver, index) =>
    [
      ...ruleDoubts(waiver, around),
      ...matchDoubtsOf(waiver, around),
      ...twiceDoubts(waiver, waivers.slice(0, index)),
      ...termDoubts(waiver, around.asOf),
    ].map(([member, message]) => faultAt(json, `${pointers[index]}/${member}`, message)),
  );
}

function termDoubts({ expires, owner }: Waiver, asOf: string): readonly Doubt[] {
  const left = daysUntil(expires, asOf);
  if (left < 0) return [['expires', `expired ${expires}: it accepts nothing; remove it, or have ${owner} decide anew`]];
  if (left > expiringDays) return [];
  return [['expires', `expires in ${daysText(left)}, on ${expires}: ${owner} decides what comes then`]];
}

function ruleDoubts({ rule = '*' }: Waiver, { loaded, rules }: Around): readonly Doubt[] {
  const found = findRule(loaded, rule);
  if (found === undefined || rules.some((active) => active.rule.id === found.rule.id)) return [];
  return [['rule', `${found.rule.id} is not in force: there is nothing to accept`]];
}

function matchDoubtsOf({ rule = '*', match }: Waiver, { loaded, types }: Around): readonly Doubt[] {
  if (match === undefined) return [];
  if (matchesEverything(match)) return [['match', 'this matches everything: name what is accepted']];
  const found = findRule(loaded, rule)?.rule;
  const [member = '', never] = (found && matchFault(found, match)) ?? [];
  const kinds = found === undefined ? [] : [found.target].flat();
  return [
    ...(never === undefined ? [] : [[`match/${member}`, never] as const]),
    ...matchDoubts(match, kinds, types).map(([name, why]) => [`match/${name}`, why] as const),
  ];
}

const twiceDoubts = ({ fingerprint }: Waiver, earlier: readonly Waiver[]): readonly Doubt[] =>
  fingerprint !== undefined && earlier.some((other) => other.fingerprint === fingerprint)
    ? [['fingerprint', 'there is a waiver for it already: of two the first that applies counts']]
    : [];
