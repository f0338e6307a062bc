import { UsageError } from '../errors.ts';

/** Names of the contract that a later version brings: whoever uses one has not mistyped it. */
const laterFormats = ['html'];

const notYet = (names: readonly string[], prefix: string) => (name: string) => {
  if (names.includes(name)) throw new UsageError(`${prefix}${name} is not in this version`);
};

export const refuseLaterFormat = notYet(laterFormats, 'the format ');
