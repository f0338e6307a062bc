import { UsageError } from '../errors.ts';

/** Names of the contract that a later version brings: whoever uses one has not mistyped it. */
const laterFlags = 'on-partial'.split(' ');

const laterFormats = 'evidence html'.split(' ');

const notYet = (names: readonly string[], prefix: string) => (name: string) => {
  if (names.includes(name)) throw new UsageError(`${prefix}${name} is not in this version`);
};

export const refuseLaterFlag = notYet(laterFlags, '--');
export const refuseLaterFormat = notYet(laterFormats, 'the format ');
