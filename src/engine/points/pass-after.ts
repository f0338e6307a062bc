import { needPoints } from './needs-points.ts';

/** Ways from a point to what is not known while points pass for the first time. A name that only looks so costs a pass. */
const joined = /\b(resource|placement|scope|recoveryPoints?|protectedResources)\b/;

/** The pass in which a condition can be told of a point, from 0; it needs what these aggregates over points come to. */
export function passAfter(text: string, needed: readonly { readonly pass: number }[]): number {
  if (/\bcomplete\b/.test(text)) return needPoints('whether its scope is complete');
  if (!joined.test(text)) return 0;
  return 1 + Math.max(0, ...needed.map(({ pass }) => pass));
}
