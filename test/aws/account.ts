import { AwsError } from './aws-error.ts';
import { listParam, textParam } from './call.ts';
import type { Estate } from './estate.ts';
import type { Handlers } from './handler.ts';
import { pageAnswer } from './paging.ts';
import { valueList } from './value-list.ts';

const regionsOf = ({ options, regions }: Estate): readonly (readonly [name: string, status: string])[] =>
  options.regions === undefined
    ? regions.map((name) => [name, 'ENABLED_BY_DEFAULT'] as const)
    : Object.entries(options.regions);

export const accountHandlers: Handlers = {
  ListRegions: (call, estate) => {
    const accountId = textParam(call, 'AccountId') ?? call.accountId;
    if (accountId !== call.accountId && call.accountId !== estate.caller) {
      throw new AwsError('AccessDeniedException', `User: ${call.identity} may not see account ${accountId}.`, 403);
    }
    const wanted = listParam(call, 'RegionOptStatusContains');
    const regions = regionsOf(estate)
      .filter(([, status]) => wanted.length === 0 || wanted.includes(status))
      .map(([RegionName, RegionOptStatus]) => ({ RegionName, RegionOptStatus }));
    return pageAnswer(call, estate, valueList(regions), { list: 'Regions', most: 50 });
  },
};
