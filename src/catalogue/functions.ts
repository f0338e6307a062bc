/** The functions of the rule language: facts whose `params` say over what. */
export const aggregateNames = ['count', 'distinct', 'values', 'min', 'max', 'sum', 'newest'] as const;
export const durationNames = ['days', 'hours', 'minutes'] as const;
export const arithmeticNames = ['plus', 'times'] as const;

export type AggregateName = (typeof aggregateNames)[number];
export type DurationName = (typeof durationNames)[number];
export type ArithmeticName = (typeof arithmeticNames)[number];

export const functionNames: readonly string[] = [...aggregateNames, ...durationNames, ...arithmeticNames];

/** Names that mean the same in every rule, whatever its target. */
export const globalNames = ['parameters', 'asOf', 'target'] as const;
