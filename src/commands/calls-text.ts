import { type Operation, operationSpec } from '../catalogue/operations.ts';
import { plural } from '../reporters/pretty/page.ts';
import { table } from '../reporters/pretty/table.ts';
import { wrap } from '../reporters/pretty/wrap.ts';
import type { CallsEstimate, OperationCalls, ScopeCalls } from './calls-estimate.ts';

/** The estimate for people. */
export function callsText(estimate: CallsEstimate, hasInventory: boolean, width: number): string {
  const { operations } = estimate;
  if (operations.length === 0) return 'nothing is called: the rules in force read nothing of their own\n';
  const prose = (text: string) => wrap(text, Math.min(width, 100));
  const open = operations.filter(({ atLeast }) => atLeast);
  return [
    table([['OPERATION', 'PER', 'CALLS', 'A SECOND', 'SECONDS', 'FOR'], ...operations.map(row)], width, ''),
    open.length === 0 ? [] : ['What is not known yet adds to them:', ...open.flatMap((each) => formula(each, width))],
    prose(totalText(estimate, hasInventory)),
    prose(boundText(estimate)),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

const row = ({ operation, per, calls, atLeast, callsPerSecond, isAssumed, seconds, rules }: OperationCalls) => [
  operation,
  words(per),
  `${least(atLeast)}${number(calls)}`,
  `${number(callsPerSecond)}${isAssumed ? ' assumed' : ''}`,
  `${least(atLeast)}${duration(seconds)}`,
  few(rules),
];

const namedRules = 3;

/** JSON names them all. */
const few = (rules: readonly string[]): string =>
  rules.length <= namedRules
    ? rules.join(', ')
    : `${rules.slice(0, namedRules - 1).join(', ')} and ${rules.length - namedRules + 1} more`;

function formula({ operation, per, pageSize }: OperationCalls, width: number): readonly string[] {
  const text = pageSize === null ? `1 for every ${words(per)}` : pages(operation, per, pageSize);
  return wrap(`${operation}: ${text}`, Math.min(width, 100), '  ', '    ');
}

function pages(operation: Operation, per: OperationCalls['per'], pageSize: number): string {
  const least = operation === 'ListBackupVaults' ? 'own and shared ones apart, so at least 2' : 'at least 1';
  return `1 for every ${plural(pageSize, words(operationSpec(operation).yields))}, ${least} for every ${words(per)}`;
}

function totalText({ total, scopes }: CallsEstimate, hasInventory: boolean): string {
  const sum = `${total.atLeast ? 'at least ' : ''}${plural(total.calls, 'call')} in ${plural(scopes.length, 'scope')}`;
  const more = hasInventory
    ? ' The inventory does not hold the rest.'
    : ' An inventory, also an old one, tells the rest: --inventory PATH.';
  return `Total: ${sum}.${total.atLeast ? more : ''}`;
}

/** Scopes are read side by side, so the slowest one is the time of all; one that is not known whole may be slower yet. */
function boundText({ total, scopes, operations, rateShare, totalPerSecond }: CallsEstimate): string {
  const [slowest] = [...scopes].sort((a, b) => b.seconds - a.seconds);
  if (slowest === undefined) return '';
  const { boundBy, seconds, secondsAtTotalRate } = slowest;
  const rate = operations.find(({ operation }) => operation === boundBy)?.callsPerSecond;
  const all = `all operations together may make ${number(totalPerSecond)}`;
  const why =
    rate === undefined
      ? `${all} calls a second`
      : `${boundBy} may make ${number(rate)} calls a second (${all}: ${duration(secondsAtTotalRate)} s)`;
  const time = `${least(total.atLeast)}${duration(seconds)} s`;
  return `Time at ${rateShare} of AWS's rates: ${time}, that of ${nameOf(slowest)}, where ${why}.`;
}

const nameOf = ({ accountId, region }: ScopeCalls): string =>
  accountId === null && region === null ? 'one scope' : `${accountId ?? 'your account'}/${region ?? 'your Region'}`;

const words = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const least = (isLeast: boolean): string => (isLeast ? '≥ ' : '');
const number = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 3 });
/** One call takes 0.05 s at AWS's highest rate. */
const duration = (seconds: number): string => seconds.toLocaleString('en-US', { maximumFractionDigits: 2 });
