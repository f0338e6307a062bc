import { parseArn } from '../arn.ts';
import type { Scope } from './record.ts';

/** How a scope is written: `111122223333/eu-west-1`. */
export const scopeId = ({ accountId, region }: Scope): string => `${accountId}/${region}`;

/** The account and Region an ARN names; undefined where it leaves one empty. */
export function scopeOfArn(text: string): Scope | undefined {
  const arn = parseArn(text);
  return arn?.accountId && arn.region ? { accountId: arn.accountId, region: arn.region } : undefined;
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const compareScopes = (a: Scope, b: Scope): number => compareText(scopeId(a), scopeId(b));

/** By the head of a Region's name; the SDK's table says the same, but is loaded for live commands alone. */
const partitions: readonly (readonly [head: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['eusc-', 'aws-eusc'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
];

/** The partition of a Region, which every ARN there begins with: `arn:aws-cn:…`. */
export const partitionOf = (region: string): string =>
  partitions.find(([head]) => region.startsWith(head))?.[1] ?? 'aws';

const accountId = /^\d{12}$/;
const region = /^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/;

export const isAccountId = (text: unknown): text is string => typeof text === 'string' && accountId.test(text);
export const isRegion = (text: unknown): text is string => typeof text === 'string' && region.test(text);

export const isScope = (scope: { readonly accountId: unknown; readonly region: unknown }): scope is Scope =>
  isAccountId(scope.accountId) && isRegion(scope.region);
