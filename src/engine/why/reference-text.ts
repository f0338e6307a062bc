import { aggregateNames } from '../../catalogue/functions.ts';
import { type FactRef, isReference, type Reference } from '../../rules/rule.ts';

/** What a reference asks for, as a person would say it. */
export function referenceText({ fact, params = {}, path = '' }: Reference): string {
  const way = path.replace(/^\$/, '');
  if (fact === 'parameters') return way.replace(/^\./, '');
  if (isAggregate(fact)) return `${fact}${factsText(params.fact)} of ${matching(params)}${String(params.of)}${way}`;
  if (isList(params.of)) return params.of.map(operandText).join(fact === 'times' ? ' × ' : ' + ');
  if (params.from === undefined && params.to === undefined) return `${fact}${way}`;
  return `${fact} from ${operandText(params.from ?? 'asOf')} to ${operandText(params.to ?? 'asOf')}`;
}

/** Where the right side of a leaf comes from; undefined where the rule says it outright. */
export const sourceText = (value: unknown): string | undefined =>
  isReference(value) ? referenceText(value) : undefined;

const matching = ({ where }: NonNullable<Reference['params']>): string => (where === undefined ? '' : 'matching ');

function factsText(fact: FactRef | readonly FactRef[] | undefined): string {
  if (fact === undefined) return '';
  return ` ${isList(fact) ? fact.map(operandText).join(' and ') : operandText(fact)}`;
}

const operandText = (operand: FactRef | number): string =>
  typeof operand === 'object' ? referenceText(operand) : String(operand);

export const isAggregate = (fact: string): boolean => aggregateNames.some((name) => name === fact);
const isList = <T>(value: T | readonly T[] | string | undefined): value is readonly T[] => Array.isArray(value);
