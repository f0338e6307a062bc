import { type Answer, strangeValue } from '../answer.ts';
import type { SeenLeaf } from './leaves.ts';

/** Texts that are equal only for leaves of which json-rules-engine gets the same: objects are told apart by identity. */
export function valueKeys(): (leaf: SeenLeaf) => string {
  const numbers = new WeakMap<object, number>();
  let last = 0;
  const valueKey = (value: unknown): string => {
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value);
    const number = numbers.get(value) ?? ++last;
    numbers.set(value, number);
    return `#${number}`;
  };
  const answerKey = (answer: Answer): string => {
    if (answer.is !== 'known') return valueKey(answer);
    return strangeValue(answer) === undefined ? valueKey(answer.value) : `strange ${valueKey(answer.value)}`;
  };
  return ({ left, right, holds }) => `${answerKey(left)} ${answerKey(right)} ${holds}`;
}
