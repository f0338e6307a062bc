import { z } from 'zod';
import { members } from '../rules/schema-faults.ts';

const text = z.string().min(1);
const scopeText = z
  .string()
  .regex(/^\d{12}\/[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/, 'expected an account and a Region, such as 111122223333/eu-west-1');

const Outcome = z.enum(['pass', 'fail', 'notApplicable', 'unknown']);
const expectations = ['pass', 'fail', 'notApplicable', 'unknown', 'noTarget'] as const;

const Fields = z
  .record(z.string(), z.unknown(), { error: 'expected a record: an object with "kind", or with "like" and changes' })
  .describe('Fields by the names of AWS; dates ISO-8601, or such as "3 days ago" and "12 hours from now".');

const CaseRecord = z.union([text, Fields], {
  error: 'expected the name of a record of this file, or a record: { kind, … } or { like, … }',
});

const Unread = members({
  operation: text.describe('An operation of AWS Backup that could not be read.'),
  resource: text.describe('Of one vault or plan alone: its ARN.').exactOptional(),
  scope: scopeText.exactOptional(),
  status: z.enum(['denied', 'throttled', 'failed', 'notAvailable', 'cutOff']).exactOptional(),
});

const Case = members({
  name: text.describe('What is so, in a few words; shown where the case fails and as an example of the rule.'),
  records: z.array(CaseRecord),
  scopes: z
    .array(scopeText)
    .describe('What was read beside the scopes that the records name; 111122223333/eu-west-1 always is.')
    .exactOptional(),
  unread: z.array(Unread).describe('What could not be read; all else was.').exactOptional(),
  parameters: z
    .record(z.string(), z.unknown())
    .describe('Parameters of the rule other than its defaults.')
    .exactOptional(),
  beside: z
    .array(text)
    .describe('Other rules in force, by id or name: for a rule that asks what they lack.')
    .exactOptional(),
  resourceTypes: z.record(z.string(), z.record(z.string(), z.boolean())).describe('As in the config.').exactOptional(),
  copyAccounts: z.array(text).describe('As in the config.').exactOptional(),
  expect: z
    .union([z.enum(expectations), z.record(z.string(), Outcome)], {
      error: `expected one of ${expectations.join(', ')}, or an object: the outcome of each target by its id`,
    })
    .describe('The outcome of the one target that there is, or of each by its id.'),
  message: text.describe('What the message of the one finding says, or a part of it.').exactOptional(),
});

/** The unit tests of one rule. */
export const RuleTestFile = members({
  $schema: z.string().exactOptional(),
  rule: text.describe('The id or the name of the rule.'),
  asOf: z.iso.datetime().describe('The moment to judge for; else 2026-11-20T06:00:00Z.').exactOptional(),
  records: z.record(z.string(), Fields).describe('Records that the cases use by name.').exactOptional(),
  cases: z.array(Case).min(1),
}).describe('Unit tests of a rule of backuplint: records, and what the rule must say of them.');

export type RuleTestFile = z.infer<typeof RuleTestFile>;
export type CaseText = RuleTestFile['cases'][number];
export type FieldsText = { readonly [name: string]: unknown };
