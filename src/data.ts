import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { capabilities } from './catalogue/facts/common.ts';
import type { ResourceTypes } from './engine/evaluation.ts';
import { packageFile } from './package-files.ts';

const Support = z.partialRecord(z.enum(capabilities), z.union([z.boolean(), z.literal('depends')]));

const ResourceTypesFile = z.strictObject({
  asOf: z.iso.date(),
  source: z.union([z.string(), z.array(z.string())]),
  types: z.record(z.string(), Support),
});

/** What AWS says each resource type can do. */
export const loadResourceTypes = (): ResourceTypes =>
  ResourceTypesFile.parse(JSON.parse(readFileSync(packageFile('data/resource-types.json'), 'utf8'))).types;

/** The config knows the user's estate better: member by member it goes before the table. */
export function withResourceTypes(table: ResourceTypes, own: ResourceTypes): ResourceTypes {
  const names = [...new Set([...Object.keys(table), ...Object.keys(own)])];
  return Object.fromEntries(names.map((name) => [name, { ...table[name], ...own[name] }]));
}
