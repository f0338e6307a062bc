import type { scopeFacts } from '../../catalogue/facts/resources.ts';
import { gapReasons, known, unknown } from '../answer.ts';
import type { Readers } from './common.ts';

export const scopeReaders: Readers<typeof scopeFacts> = {
  accountId: (item) => known(item.scope?.accountId),
  region: (item) => known(item.scope?.region),
  complete: (item, world) => {
    const gaps = item.scope === undefined ? [] : world.felt(item.scope);
    return gaps.length === 0 ? known(true) : unknown(gapReasons(gaps));
  },
};
