import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../src/engine/evaluation.ts';
import type { AwsRecord, Coverage, Shard } from '../../src/inventory/record.ts';
import { daysAgo, evaluateRules } from './estate.ts';
import { asOf, type Estate, scopes } from './estate-parts.ts';
import { randomEstate } from './random-estate.ts';
import { runs } from './runs.ts';
import { shippedRules } from './shipped-rules.ts';

/** Filters of AWS's lists, with what they keep. */
const keeps: { readonly [filter: string]: (record: AwsRecord, value: string) => boolean } = {
  ByResourceType: ({ fields }, value) => fields.ResourceType === value,
  ByStatus: ({ fields }, value) => fields.Status === value,
  ByState: ({ fields }, value) => fields.State === value,
  ByCreatedAfter: ({ fields }, value) => String(fields.CreationDate) > value,
  ByCreatedBefore: ({ fields }, value) => String(fields.CreationDate) < value,
};

const filtersOf: {
  readonly [operation: string]: { readonly kind: AwsRecord['kind']; readonly filters: readonly string[] };
} = {
  ListRecoveryPointsByBackupVault: {
    kind: 'recoveryPoint',
    filters: ['ByResourceType', 'ByCreatedAfter', 'ByCreatedBefore'],
  },
  ListRestoreJobs: { kind: 'restoreJob', filters: ['ByStatus', 'ByCreatedAfter', 'ByCreatedBefore'] },
  ListCopyJobs: { kind: 'copyJob', filters: ['ByState', 'ByResourceType', 'ByCreatedAfter', 'ByCreatedBefore'] },
};

const valuesOf: { readonly [filter: string]: readonly string[] } = {
  ByResourceType: ['EBS', 'S3', 'DynamoDB'],
  ByStatus: ['COMPLETED', 'FAILED'],
  ByState: ['COMPLETED', 'FAILED'],
  ByCreatedAfter: [1, 5, 8, 29, 31, 36].map(daysAgo),
  ByCreatedBefore: [1, 5, 8, 29, 31, 36].map(daysAgo),
};

type Pick = { readonly line: number; readonly filter: number; readonly value: number };
const pick: fc.Arbitrary<Pick> = fc.record({ line: fc.nat(), filter: fc.nat(), value: fc.nat() });

/** The estate as a reading with that filter sees it. */
function filtered(estate: Estate, { line: index, filter, value }: Pick): Estate {
  const lines = estate.coverage.filter(({ operation }) => Object.hasOwn(filtersOf, operation));
  const line = lines[index % lines.length];
  const list = line && filtersOf[line.operation];
  const name = list?.filters[filter % list.filters.length];
  const values = name === undefined ? [] : (valuesOf[name] ?? []);
  const chosen = values[value % values.length];
  const keep = name === undefined ? undefined : keeps[name];
  if (line === undefined || list === undefined || name === undefined || chosen === undefined || keep === undefined)
    return estate;
  const isListed = (record: AwsRecord): boolean =>
    record.kind === list.kind &&
    record.accountId === line.accountId &&
    (line.resource === undefined || record.fields.BackupVaultArn === line.resource);
  const only: Coverage = { ...line, filters: { ...line.filters, [name]: chosen } };
  return {
    records: estate.records.filter((record) => !isListed(record) || keep(record, chosen)),
    coverage: estate.coverage.map((each) => (each === line ? only : each)),
  };
}

const shardOf = ({ records, coverage }: Estate): Shard => ({ asOf, scopes, cutOff: false, records, coverage });
const parameters = fc.constantFrom(
  {},
  { maxAgeDays: 10, allowManual: true },
  { maxAgeDays: 60 },
  { activeWithinDays: 0 },
);

function outcomes({ result }: Evaluation): ReadonlyMap<string, string> {
  const all = [...(result.outcomes ?? []), ...result.findings];
  return new Map(all.map(({ ruleId, outcome, target }) => [`${ruleId} ${target.id}`, outcome]));
}

function broken(before: Evaluation, after: Evaluation): readonly string[] {
  const [was, now] = [outcomes(before), outcomes(after)];
  const changed = [...was].flatMap(([key, outcome]) => {
    const next = now.get(key);
    // A point that is certainly not applicable, whichever it is, hides nothing.
    if (next === undefined)
      return after.incomplete || outcome === 'notApplicable'
        ? []
        : [`${key}: ${outcome} vanished from a complete result`];
    // Where no target that was seen feels a gap any more, its scope is whole; the result says that targets may be missing.
    if (key.startsWith('BKP507 ') && next === 'pass' && after.incomplete) return [];
    const isLawful = next === outcome || next === 'unknown' || (outcome === 'notApplicable' && next === 'pass');
    return isLawful ? [] : [`${key}: ${outcome} → ${next}`];
  });
  const added = [...now].filter(([key, outcome]) => !was.has(key) && outcome !== 'unknown');
  return [...changed, ...added.map(([key, outcome]) => `${key}: new ${outcome}`)];
}

const all = shippedRules.map(({ rule }) => rule.id);

describe('the law', () => {
  test('a filter, or several, turns an outcome into unknown at most', () => {
    fc.assert(
      fc.property(randomEstate, fc.array(pick, { minLength: 1, maxLength: 3 }), parameters, (estate, picks, given) => {
        const less = picks.reduce(filtered, estate);
        const judge = (one: Estate) => evaluateRules([shardOf(one)], { rules: all, parameters: given });
        expect(broken(judge(estate), judge(less))).toEqual([]);
      }),
      { numRuns: runs(200), seed: 20261120 },
    );
  });

  test('an older inventory that is not there, or that was cut off', () => {
    fc.assert(
      fc.property(randomEstate, randomEstate, fc.nat({ max: 50 }), parameters, (estate, past, days, given) => {
        const records = past.records.flatMap((record) => beforehand(record, days));
        const older: Shard = { ...shardOf({ ...past, records }), asOf: daysAgo(days + 1) };
        // AWS still lists the jobs of the last 30 days.
        const listed = records.filter(({ fields }) => isJob(fields) && String(fields.CreationDate) >= daysAgo(30));
        const newer = shardOf({ ...estate, records: [...estate.records, ...listed] });
        const judge = (shards: readonly Shard[]) => evaluateRules(shards, { rules: all, parameters: given });
        const whole = judge([newer, older]);
        expect(broken(whole, judge([newer]))).toEqual([]);
        const torn: Shard = { ...newer, cutOff: true, records: [], coverage: [] };
        expect(broken(whole, judge([torn, older])).filter((each) => !each.includes(': new '))).toEqual([]);
      }),
      { numRuns: runs(120), seed: 20261120 },
    );
  });
});

const jobIds = ['RestoreJobId', 'CopyJobId', 'BackupJobId', 'ScanJobId'] as const;
const isJob = (fields: AwsRecord['fields']): boolean => jobIds.some((id) => id in fields);

/** A record of the past: its dates lie before the reading, and its job has an id of its own. */
function beforehand(record: AwsRecord, days: number): readonly AwsRecord[] {
  const { CreationDate: date } = record.fields;
  if (typeof date !== 'string') return [record];
  const CreationDate = new Date(Date.parse(date) - (days + 1) * 86_400_000).toISOString();
  const ids = Object.fromEntries(
    jobIds.filter((id) => id in record.fields).map((id) => [id, `old-${String(record.fields[id])}`]),
  );
  return [{ ...record, fields: { ...record.fields, CreationDate, ...ids } }];
}
