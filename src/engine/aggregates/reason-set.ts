import type { Reason } from '../answer.ts';

/** Reasons gathered while records pass, each once. */
export type ReasonSet = {
  readonly add: (reasons: readonly Reason[]) => void;
  readonly list: () => readonly Reason[];
};

export function reasonSet(): ReasonSet {
  const byIdentity = new Map<unknown, Reason>();
  return {
    add: (reasons) => {
      for (const reason of reasons) byIdentity.set('gap' in reason ? reason.gap : reason.note, reason);
    },
    list: () => [...byIdentity.values()],
  };
}
