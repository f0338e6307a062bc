import { z } from 'zod';
import { type RecordKind, recordFields, recordKinds } from '../catalogue/record-kinds.ts';
import { expected } from './expected.ts';
import { fieldSchemas, isoDate } from './field-schema.ts';
import { coverageStatuses } from './record.ts';

/** The inventory, version 1, line by line. */
export const schemaVersion = 1;

const wholeNumber = expected('a whole number from 0');
const accountId = expected('an account id of 12 digits');
const region = expected('a Region such as eu-west-1');
const object = expected('an object');

const text = z.string(expected('a string')).min(1, expected('a string'));
const count = z.number(wholeNumber).int(wholeNumber).min(0, wholeNumber);

const scope = {
  accountId: z.string(accountId).regex(/^\d{12}$/, accountId),
  region: z.string(region).regex(/^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/, region),
};

export const HeaderLine = z.looseObject({
  kind: z.literal('inventory'),
  schemaVersion: z.literal(schemaVersion, expected(String(schemaVersion))),
  generator: text,
  asOf: isoDate,
  scopes: z.array(z.looseObject(scope, object), expected('a list')),
});

export const CoverageLine = z.looseObject({
  kind: z.literal('coverage'),
  ...scope,
  operation: text,
  resource: text.exactOptional(),
  status: z.enum(coverageStatuses, expected(`one of ${coverageStatuses.join(', ')}`)),
  items: count.exactOptional(),
  filters: z.record(z.string(), z.string(expected('a string')), object).exactOptional(),
  error: z.looseObject({ name: text, message: z.string(expected('a string')) }, object).exactOptional(),
});

export const EndLine = z.looseObject({ kind: z.literal('end'), records: count });

const recordLine = (kind: RecordKind) =>
  z.looseObject({ kind: z.literal(kind), ...scope, ...fieldSchemas(recordFields[kind]) });

const recordSchemas = new Map<RecordKind, ReturnType<typeof recordLine>>();

/** The line of a record; made when it is first asked for, since most inventories are read without. */
export function recordSchema(kind: RecordKind): ReturnType<typeof recordLine> {
  const schema = recordSchemas.get(kind) ?? recordLine(kind);
  recordSchemas.set(kind, schema);
  return schema;
}

/** Any line of an inventory file, in canonical form. */
export const inventoryLine = () =>
  z.discriminatedUnion('kind', [HeaderLine, CoverageLine, EndLine, ...recordKinds.map(recordSchema)]);
