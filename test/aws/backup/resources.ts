import type { Fields } from '../../../src/inventory/record.ts';
import type { Handlers } from '../handler.ts';
import { without } from '../wire.ts';
import { describe, listOf } from './lists.ts';

const unlisted = [
  'LatestRestoreExecutionTimeMinutes',
  'LatestRestoreJobCreationDate',
  'LatestRestoreRecoveryPointCreationDate',
];
const form = {
  kind: 'protectedResource',
  list: 'Results',
  id: 'ResourceArn',
  member: (fields: Fields) => without(fields, unlisted),
} as const;

export const resourceHandlers: Handlers = {
  ListProtectedResources: listOf(form),
  DescribeProtectedResource: describe(form, 'ResourceArn'),
};
