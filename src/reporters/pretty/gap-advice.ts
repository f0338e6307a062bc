import { actionOf, isOperation } from '../../catalogue/operations.ts';
import type { ResultGap } from '../../result.ts';

/** What closes a gap, by why it is there. */
const adviceFor: { readonly [status: string]: (gap: ResultGap) => string } = {
  denied: ({ operation }) =>
    `grant ${isOperation(operation) ? actionOf(operation) : operation} to the role that reads, and look for a policy (SCP, permissions boundary, session or vault access policy) that denies it`,
  throttled: () => 'read it again when less else calls AWS Backup in that account and Region',
  failed: () => 'see to the error, then read it again',
  notRead: ({ operation }) => `nothing read it: add the answer of ${operation} to the inventory`,
  cutOff: () =>
    'it was not read to its end (a file that stops too soon, or an answer with NextToken): collect it whole',
  filtered: ({ operation }) => `a filter left records out: read ${operation} again without it`,
  horizon: () =>
    'AWS no longer lists jobs that old: add the older inventories beside the new one, or ask for a shorter time',
};

export const gapAdvice = (gap: ResultGap): string => adviceFor[gap.status]?.(gap) ?? 'read it again';
