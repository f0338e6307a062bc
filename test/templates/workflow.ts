import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');

export const textOf = (path: string): string => readFileSync(resolve(root, path), 'utf8');

const texts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const Step = z.looseObject({
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  shell: z.string().optional(),
  with: texts.optional(),
  env: texts.optional(),
});

const Job = z.looseObject({
  if: z.string().optional(),
  permissions: z.record(z.string(), z.string()),
  'timeout-minutes': z.number(),
  steps: z.array(Step),
});

const Workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), Job),
});

const Action = z.looseObject({
  inputs: z.record(z.string(), z.looseObject({ description: z.string(), default: z.string().optional() })),
  outputs: z.record(z.string(), z.looseObject({ description: z.string(), value: z.string() })),
  runs: z.looseObject({ using: z.string(), steps: z.array(Step) }),
});

export type Step = z.infer<typeof Step>;

export const workflowAt = (path: string) => Workflow.parse(parse(textOf(path)));

export const actionAt = (path: string) => Action.parse(parse(textOf(path)));

/** The arguments of each `npx … backuplint@…` in a script whose words hold no spaces. */
export const backuplintLines = (script: string): readonly (readonly string[])[] =>
  [...script.matchAll(/npx --yes backuplint@\S+ (.*)/g)].map(([, words = '']) => words.trim().split(/\s+/));
