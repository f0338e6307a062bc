import { z } from 'zod';
import { severities } from '../severity.ts';
import { pathPattern } from './path.ts';
import type { Condition, Params, Reference, Rule } from './rule.ts';
import { members } from './schema-faults.ts';

const text = z.string().min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()], { error: 'expected a string, a number, true or false' });
const list = z.array(scalar);
const name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'expected a camelCase name: a small letter, then letters and digits');

const path = z
  .string()
  .regex(pathPattern, "expected a path such as $.name, $['name'], $[0] or $.list.length; nothing else is allowed")
  .describe("$ with one or more of .name ['name'] [0]; .length of a list");

const ReferenceSchema: z.ZodType<Reference> = z
  .lazy(() => members({ fact: text, params: ParamsSchema.exactOptional(), path: path.exactOptional() }))
  .meta({ id: 'reference' });

const FactRef = z.union([text, ReferenceSchema], { error: 'expected the name of a fact, or { fact, params?, path? }' });

const ParamsSchema: z.ZodType<Params> = z
  .lazy(() =>
    members({
      of: z
        .union([text, z.array(z.union([z.number(), FactRef], { error: 'expected a number or a fact' }))], {
          error: 'expected a relation such as "recoveryPoints", or a list of two numbers or facts',
        })
        .exactOptional(),
      where: ConditionSchema.exactOptional(),
      fact: z
        .union([FactRef, z.array(FactRef).min(1)], { error: 'expected a fact, or a list of facts' })
        .exactOptional(),
      take: z.int().min(1).exactOptional(),
      from: FactRef.exactOptional(),
      to: FactRef.exactOptional(),
    }),
  )
  .meta({ id: 'params' });

const value = z.union([z.string(), z.number(), z.boolean(), list, ReferenceSchema], {
  error: 'expected a string, a number, true, false, a list of these, or { fact, params?, path? }',
});

const ConditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.union(
      [
        members({ all: z.array(ConditionSchema).min(1) }),
        members({ any: z.array(ConditionSchema).min(1) }),
        members({ not: ConditionSchema }),
        members({
          fact: text,
          params: ParamsSchema.exactOptional(),
          path: path.exactOptional(),
          operator: text,
          value,
        }),
      ],
      { error: 'expected a condition: { all: […] }, { any: […] }, { not: … } or { fact, operator, value }' },
    ),
  )
  .meta({ id: 'condition' });

const Parameter = members({
  type: z.enum(['number', 'string', 'boolean', 'list']),
  default: z.union([z.string(), z.number(), z.boolean(), list], {
    error: 'expected a string, a number, true, false or a list of these',
  }),
  minimum: z.number().exactOptional(),
  maximum: z.number().exactOptional(),
  enum: list.min(1).describe('The values it may have; of a list: its elements.').exactOptional(),
  description: text,
});

const Message = z.union([text, z.array(members({ when: ConditionSchema.exactOptional(), text })).min(1)], {
  error: 'expected a text, or a list of { when, text } that ends in { text }',
});

const Requirement = members({ id: text, basis: z.enum(['published', 'judgement']) });

/** A rule file. What its names mean is checked against the catalogue afterwards. */
export const RuleFile: z.ZodType<Rule> = members({
  $schema: z.string().exactOptional(),
  id: z
    .string()
    .regex(
      /^[A-Z]{2,8}-?[0-9]{1,6}$/,
      'expected an id such as BKP301 or ACME-12: 2 to 8 capitals, maybe a hyphen, 1 to 6 digits',
    ),
  name: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected a kebab-case name such as air-gapped-copy'),
  title: text,
  description: text,
  target: z.union([text, z.array(text).min(1)], { error: 'expected a kind, or a list of kinds' }),
  severity: z.enum(severities),
  parameters: z.record(name, Parameter).exactOptional(),
  facts: z.record(name, ReferenceSchema).exactOptional(),
  when: ConditionSchema.exactOptional(),
  require: ConditionSchema,
  message: Message,
  remediation: text,
  references: z.array(z.url('expected a URL')).exactOptional(),
  frameworks: z.record(text, z.array(Requirement).min(1)).exactOptional(),
  equivalents: z.array(text).exactOptional(),
}).describe('One requirement of backuplint: what must hold of a target.');
