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
