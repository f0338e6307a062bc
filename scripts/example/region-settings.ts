import type { Fields, Scope } from '../../src/inventory/record.ts';
import { prodFrankfurt, sameScope } from './scopes.ts';

const optedIn = [
  'Aurora',
  'CloudFormation',
  'DocumentDB',
  'DynamoDB',
  'EBS',
  'EC2',
  'EFS',
  'EKS',
  'FSx',
  'Neptune',
  'RDS',
  'Redshift',
  'S3',
  'Timestream',
  'VirtualMachine',
];

/** Where it is off, DynamoDB makes its own backups, and those cannot go into an air-gapped vault. */
export const advancedDynamoDb = (scope: Scope): boolean => !sameScope(scope, prodFrankfurt);

export const regionSettings = (scope: Scope): Fields => ({
  ResourceTypeOptInPreference: Object.fromEntries(optedIn.map((type) => [type, true])),
  ResourceTypeManagementPreference: { DynamoDB: advancedDynamoDb(scope), EFS: true },
});
