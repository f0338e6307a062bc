import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { capabilities } from './catalogue/facts/common.ts';
import type { IamNames, ResourceTypes } from './engine/evaluation.ts';
import { packageFile } from './package-files.ts';

const Support = z.partialRecord(z.enum(capabilities), z.union([z.boolean(), z.literal('depends')]));

const dated = { asOf: z.iso.date(), source: z.union([z.string(), z.array(z.string())]) };
const ResourceTypesFile = z.strictObject({
  ...dated,
  /** Where another page than `source`, or another day, told. */
  otherSources: z.array(
    z.strictObject({
      ...dated,
      types: z.array(z.string()).min(1),
      capabilities: z.array(z.enum(capabilities)).min(1),
      says: z.string(),
    }),
  ),
  types: z.record(z.string(), Support),
});

/** How ARNs of a type end, `*` a part without a slash; and whether naming the type overrides the Region's opt-in. */
const ResourceArnsFile = z.strictObject({
  ...dated,
  types: z.record(
    z.string(),
    z.strictObject({ arns: z.array(z.string()), optIn: z.enum(['always', 'unclear']).optional() }),
  ),
});

const rate = z.number().positive();
const ApiRatesFile = z.strictObject({
  ...dated,
  total: rate,
  assumed: rate,
  callsPerSecond: z.record(z.string(), rate),
});

const IamNamesFile = z.strictObject({ ...dated, actions: z.array(z.string()), conditionKeys: z.array(z.string()) });

/** How many calls a second AWS lets one account make in one Region: by operation, and `total` of all together. */
export type ApiRates = Pick<z.infer<typeof ApiRatesFile>, 'total' | 'assumed' | 'callsPerSecond'>;

const FrameworksFile = z.strictObject({
  asOf: dated.asOf,
  frameworks: z.record(z.string(), z.strictObject({ name: z.string(), version: z.string(), url: z.url() })),
});

/** What rules name their requirements from: the edition that is meant, by the key that rules write. */
export type Frameworks = z.infer<typeof FrameworksFile>['frameworks'];

const dataFile = <Schema extends z.ZodType>(schema: Schema, name: string): z.infer<Schema> =>
  schema.parse(JSON.parse(readFileSync(packageFile(`data/${name}`), 'utf8')));

/** What AWS says each resource type can do, and how its resources are named. */
export const loadResourceTypes = (): ResourceTypes =>
  withResourceTypes(
    dataFile(ResourceTypesFile, 'resource-types.json').types,
    dataFile(ResourceArnsFile, 'resource-arns.json').types,
  );

/** AWS's published rates; `assumed` is for operations that it publishes none for. */
export const loadApiRates = (): ApiRates => dataFile(ApiRatesFile, 'api-rates.json');

export const loadFrameworks = (): Frameworks => dataFile(FrameworksFile, 'frameworks.json').frameworks;
/** The actions and condition keys of IAM policies about AWS Backup. */
export const loadIamNames = (): IamNames => dataFile(IamNamesFile, 'iam-names.json');

/** The config knows the user's estate better: member by member it goes before the table. */
export function withResourceTypes(table: ResourceTypes, own: ResourceTypes): ResourceTypes {
  const names = [...new Set([...Object.keys(table), ...Object.keys(own)])];
  return Object.fromEntries(names.map((name) => [name, { ...table[name], ...own[name] }]));
}
