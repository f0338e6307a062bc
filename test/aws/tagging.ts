import { parseArn } from '../../src/arn.ts';
import { type Call, listParam } from './call.ts';
import type { Estate } from './estate.ts';
import type { Handlers } from './handler.ts';
import type { Tags } from './options.ts';
import { pageAnswer } from './paging.ts';
import { valueList } from './value-list.ts';
import { isFields } from './wire.ts';

/** Where an inventory has no list of what exists, what AWS Backup protects is what is known to exist. */
function arnsOf(call: Call, estate: Estate): readonly string[] {
  const listed = estate.records(call, 'listedResource');
  const records = listed.length > 0 ? listed : estate.records(call, 'protectedResource');
  return [...new Set(records.map(({ fields }) => String(fields.ResourceArn)))];
}

function recordedTags(call: Call, estate: Estate, arn: string): Tags {
  const found = estate.records(call, 'listedResource').find(({ fields }) => fields.ResourceArn === arn);
  return Object.fromEntries(Object.entries(found?.fields.Tags ?? {}).map(([key, value]) => [key, String(value)]));
}

/** `ec2` or `ec2:volume`. */
function isOfType(arn: string, type: unknown): boolean {
  const { service = '', resource = '' } = parseArn(arn) ?? {};
  return type === service || type === `${service}:${resource.split(/[:/]/)[0]}`;
}

function hasTag(tags: Tags, filter: unknown): boolean {
  if (!isFields(filter)) return false;
  const { Key, Values } = filter;
  const value = tags[String(Key)];
  if (value === undefined) return false;
  return !Array.isArray(Values) || Values.length === 0 || Values.includes(value);
}

function matches(call: Call, arn: string, tags: Tags): boolean {
  const types = listParam(call, 'ResourceTypeFilters');
  const arns = listParam(call, 'ResourceARNList');
  return (
    (types.length === 0 || types.some((type) => isOfType(arn, type))) &&
    (arns.length === 0 || arns.includes(arn)) &&
    listParam(call, 'TagFilters').every((filter) => hasTag(tags, filter))
  );
}

export const taggingHandlers: Handlers = {
  GetResources: (call, estate) => {
    const tagsOf = (arn: string): Tags => estate.options.tags?.[arn] ?? recordedTags(call, estate, arn);
    const resources = arnsOf(call, estate)
      .filter((arn) => matches(call, arn, tagsOf(arn)))
      .map((arn) => ({
        ResourceARN: arn,
        Tags: Object.entries(tagsOf(arn)).map(([Key, Value]) => ({ Key, Value })),
      }));
    const form = {
      list: 'ResourceTagMappingList',
      tokenName: 'PaginationToken',
      sizeParam: 'ResourcesPerPage',
      most: 100,
    };
    const page = pageAnswer(call, estate, valueList(resources), form);
    // The last page's token is there, and empty.
    return { ...page, token: page.token ?? '' };
  },
};
