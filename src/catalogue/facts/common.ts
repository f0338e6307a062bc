import type { FactTable } from '../fact.ts';
import { date, number, string } from '../field.ts';

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
