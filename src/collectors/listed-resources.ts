import { GetResourcesCommand } from '@aws-sdk/client-resource-groups-tagging-api';
import { isJsonObject } from '../inventory/parse-json.ts';
import type { Collector } from './collector.ts';

const tagsOf = (tags: unknown) =>
  (Array.isArray(tags) ? tags : []).flatMap((tag) =>
    isJsonObject(tag) && typeof tag.Key === 'string' ? [[tag.Key, tag.Value ?? ''] as const] : [],
  );

/** What exists, as far as it has or had tags: the tagging API lists nothing else. */
export const listedResourceCollectors: readonly Collector[] = [
  {
    operation: 'GetResources',
    call: ({ token }, { tagging, options }) =>
      tagging.send(new GetResourcesCommand({ ResourcesPerPage: 100, PaginationToken: token }), options),
    member: 'ResourceTagMappingList',
    nextToken: 'PaginationToken',
    fields: ({ ResourceARN, Tags }) => ({ ResourceArn: ResourceARN, Tags: Object.fromEntries(tagsOf(Tags)) }),
  },
];
