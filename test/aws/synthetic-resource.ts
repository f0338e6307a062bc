import type { Scope } from '../../src/inventory/record.ts';

/** What the points of one synthetic vault are made from. */
export type SyntheticForm = {
  readonly scope: Scope;
  readonly name: string;
  readonly vaultArn: string;
  readonly isAirGapped: boolean;
  readonly count: number;
  readonly resources: number;
  /** The oldest point's creation, and the time between two; in milliseconds. */
  readonly from: number;
  readonly step: number;
};

const types = [
  ['EBS', 'ec2', 'volume/vol-'],
  ['EFS', 'elasticfilesystem', 'file-system/fs-'],
  ['RDS', 'rds', 'db:db-'],
] as const;

export function resourceOf(
  { accountId, region }: Scope,
  index: number,
): { readonly arn: string; readonly type: string } {
  const [type, service, prefix] = types[index % types.length] ?? types[0];
  const id = index.toString(16).padStart(17, '0');
  return { type, arn: `arn:aws:${service}:${region}:${accountId}:${prefix}${id}` };
}
