import type { Coverage } from '../inventory/record.ts';

/** What a reading has come to so far; grows while it goes on. */
export type Tally = {
  scopes: number;
  scopesDone: number;
  records: number;
  throttles: number;
  /** Attempts, retries too, by operation. */
  readonly calls: Map<string, number>;
  /** Lines of what could not be read. */
  readonly gaps: Coverage[];
};

export const newTally = (): Tally => ({
  scopes: 0,
  scopesDone: 0,
  records: 0,
  throttles: 0,
  calls: new Map(),
  gaps: [],
});
