import type { Scope } from '../../src/inventory/record.ts';
import { scopeId } from '../../src/inventory/scope.ts';
import type { AwsRates } from './options.ts';

type Bucket = { tokens: number; at: number };

/** Whether a call at a moment (milliseconds) is within the rates; it takes nothing if not. A bucket holds one second's calls. */
export function tokenBuckets(rates: AwsRates): (scope: Scope, operation: string, now: number) => boolean {
  const buckets = new Map<string, Bucket>();
  const refilled = (key: string, perSecond: number, now: number): Bucket => {
    const bucket = buckets.get(key) ?? { tokens: perSecond, at: now };
    bucket.tokens = Math.min(perSecond, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    buckets.set(key, bucket);
    return bucket;
  };
  return (scope, operation, now) => {
    const id = scopeId(scope);
    const total = refilled(id, rates.total, now);
    const own = refilled(`${id} ${operation}`, rates.callsPerSecond[operation] ?? rates.assumed, now);
    if (total.tokens < 1 || own.tokens < 1) return false;
    total.tokens -= 1;
    own.tokens -= 1;
    return true;
  };
}
