import type { FactTable } from '../fact.ts';
import { listOf, mapOf, string } from '../field.ts';

const operations = ['GetResources'] as const;

/** Of things that the tagging API lists. */
export const tagFacts = {
  tags: {
    type: mapOf(string),
    total: true,
    operations,
    description:
      'Its tags. None where the tagging API was read and does not list it; unknown for what that API does not list by its ARN.',
  },
  tagKeys: { type: listOf(string), total: true, operations, description: 'The keys of its tags, sorted.' },
} as const satisfies FactTable;
