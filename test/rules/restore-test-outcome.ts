import type { AwsRecord, Coverage } from '../../src/inventory/record.ts';
import { evaluateRules, home, type Options, recovery, resource, shard, volume } from '../engine/estate.ts';

export type Asked = {
  readonly records: readonly AwsRecord[];
  readonly coverage?: readonly Coverage[];
  readonly options?: Options;
};

/** The outcome for the volume, and of a fail the message. */
export function judged({ records, coverage = [], options = {} }: Asked): string | undefined {
  const shards = [shard({ records: [resource(), ...records], coverage, scopes: [home, recovery] })];
  const { result } = evaluateRules(shards, { ...options, rules: ['BKP401'] });
  const finding = result.findings.find(({ target }) => target.id === volume);
  if (finding?.outcome === 'fail') return finding.message;
  return finding?.outcome ?? result.outcomes?.find(({ target }) => target.id === volume)?.outcome;
}
