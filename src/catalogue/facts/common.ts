import type { FactSpec, FactTable } from '../fact.ts';
import { date, number, oneOf, string } from '../field.ts';

export const placeFacts = {
  accountId: { type: string, total: true, description: 'The account it belongs to, from its own ARN.' },
  region: { type: string, total: true, description: 'The Region it belongs to, from its own ARN.' },
  partition: { type: string, total: true, description: 'The AWS partition of its ARN: aws, aws-cn, aws-us-gov.' },
} as const satisfies FactTable;

export const ageFacts = (of: string, total: boolean) =>
  ({
    date: { type: date, total, description: `The date that \`newest\` goes by: ${of}.` },
    ageDays: { type: number, total, unit: 'days', description: 'asOf − `date`, a fraction.' },
  }) as const satisfies FactTable;

export const periodFact = (otherwise: string): FactSpec => ({
  type: number,
  total: true,
  unit: 'hours',
  description: `The longest gap between two runs of ScheduleExpression${otherwise}, as the clock of its time zone shows it: a daily schedule has 24, where summer time ends too. Infinity where no two runs are to come; unknown where the expression is not understood.`,
});

export const placementFact = (relativeTo: string, operations?: FactSpec['operations']): FactSpec => ({
  type: oneOf(['sameScope', 'crossRegion', 'crossAccount', 'both']),
  total: true,
  ...(operations && { operations }),
  description: `Where it lies, relative to its ${relativeTo}.`,
});

/** What a resource type can do, from data/resource-types.json and the config's `resourceTypes`. */
export const capabilities = [
  'airGappedVault',
  'restoreTesting',
  'crossRegionCopy',
  'crossAccountCopy',
  'continuous',
  'coldStorage',
  'independentEncryption',
  'malwareScan',
] as const;
export type Capability = (typeof capabilities)[number];
