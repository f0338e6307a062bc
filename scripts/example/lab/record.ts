import type { RecordKind } from '../../../src/catalogue/record-kinds.ts';
import type { AwsRecord, Fields, Scope } from '../../../src/inventory/record.ts';
import { arnIn } from '../scopes.ts';

const account = '222233334444';
export const stockholm: Scope = { accountId: account, region: 'eu-north-1' };
export const paris: Scope = { accountId: account, region: 'eu-west-3' };
export const london: Scope = { accountId: account, region: 'eu-west-2' };

export const recordIn =
  (scope: Scope) =>
  (kind: RecordKind, fields: Fields): AwsRecord => ({ kind, ...scope, fields });

export const vaultArnIn = (scope: Scope, name: string): string => arnIn(scope, 'backup', `backup-vault:${name}`);
export const planArnIn = (scope: Scope, id: string): string => arnIn(scope, 'backup', `backup-plan:${id}`);
export const tableArn = (scope: Scope, name: string): string => arnIn(scope, 'dynamodb', `table/${name}`);
export const instanceArn = (scope: Scope, id: string): string => arnIn(scope, 'ec2', `instance/i-${id}`);
