import type { AwsRecord, Coverage, Scope, Shard } from './record.ts';
import { scopeId } from './scope.ts';

export type ShardHeader = Pick<Shard, 'asOf' | 'scopes'>;

/** A shard that grows line by line, or page by page where it is read live. */
export type ShardBuilder = {
  readonly addRecord: (record: AwsRecord) => void;
  /** A recovery point of the scope is there and not kept. */
  readonly pass: (scope: Scope) => void;
  readonly addCoverage: (coverage: Coverage) => void;
  /** The commit marker: how many records the writer counted. */
  readonly end: (records: number) => void;
  /** What came after is lost, whatever the commit marker says. */
  readonly cutOff: () => void;
  readonly shard: () => Shard;
};

/**
 * Until its `end` agrees with what is there, the shard counts as cut off. A scope that only a record or a coverage line
 * names joins the header's: what is missing there must be a gap as well.
 */
export function openShard({ asOf, scopes }: ShardHeader): ShardBuilder {
  const named = new Map(scopes.map((scope) => [scopeId(scope), scope]));
  const records: AwsRecord[] = [];
  const coverage: Coverage[] = [];
  const passing = new Set<string>();
  let passed = 0;
  let latest: Scope | undefined;
  let counted: number | undefined;
  let isTorn = false;
  const name = ({ accountId, region }: Scope) => {
    const id = scopeId({ accountId, region });
    if (!named.has(id)) named.set(id, { accountId, region });
  };
  return {
    addRecord: (record) => {
      name(record);
      records.push(record);
    },
    pass: (scope) => {
      passed += 1;
      if (scope === latest) return;
      latest = scope;
      name(scope);
      passing.add(scopeId(scope));
    },
    addCoverage: (line) => {
      name(line);
      coverage.push(line);
    },
    end: (count) => {
      counted = count;
    },
    cutOff: () => {
      isTorn = true;
    },
    shard: () => ({
      asOf,
      scopes: [...named.values()],
      cutOff: isTorn || counted !== records.length + passed,
      records,
      coverage,
      ...(passed === 0 ? {} : { passing: { count: passed, scopes: passing } }),
    }),
  };
}
