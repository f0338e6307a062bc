import fc from 'fast-check';
import type { Log, Result as SarifResult } from 'sarif';
import { expect, test } from 'vitest';
import { loadIamNames, loadResourceTypes } from '../../src/data.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Evaluation } from '../../src/engine/evaluation.ts';
import type { AwsRecord, Shard } from '../../src/inventory/record.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import { asOf, type Estate, scopes } from '../engine/estate-parts.ts';
import { type Hiding, randomHiding } from '../engine/hidings.ts';
import { randomEstate } from '../engine/random-estate.ts';
import { runs } from '../engine/runs.ts';
import { shippedRules } from '../engine/shipped-rules.ts';
import { evidenceText, sarifText } from './sarif-file.ts';

const resourceTypes = loadResourceTypes();
const iamNames = loadIamNames();

const judge = (shards: readonly Shard[], at: string): Evaluation =>
  evaluate({
    rules: shippedRules,
    shards,
    asOf: at,
    resourceTypes,
    iamNames,
    copyAccounts: undefined,
    version: '0.0.0',
    include: ['pass', 'notApplicable'],
  });

const reportOf = ({ result, partial }: Evaluation): Report => ({
  result,
  rules: shippedRules,
  operations: [],
  waiverPlaces: [],
  partial,
  exitCode: 0,
});

/** What a result is about (its rule, its kind, what its findings belong to), and the hash that GitHub knows it by. */
function identities(
  { result, subjectOf }: Evaluation,
  results: readonly SarifResult[],
): Map<string, string | undefined> {
  const groups = new Map(
    result.findings.map((finding) => [
      `${finding.ruleId}\n${finding.outcome}\n${finding.target.id}`,
      subjectOf(finding).group,
    ]),
  );
  const identityOf = ({ ruleId, kind, locations }: SarifResult, outcome: string) => {
    const target = locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName;
    return `${ruleId}\n${kind}\n${groups.get(`${ruleId}\n${outcome}\n${target}`) ?? target}`;
  };
  return new Map(
    results.map((each) => {
      const outcome = each.kind === 'open' || each.ruleId === 'BKP507' ? 'unknown' : 'fail';
      return [identityOf(each, outcome), each.partialFingerprints?.primaryLocationLineHash];
    }),
  );
}

/** Points that nobody has seen yet, of the resources and vaults that are there. */
const newPoints = ({ records }: Estate): readonly AwsRecord[] =>
  records
    .filter(({ kind }) => kind === 'recoveryPoint')
    .map((record, at) => ({
      ...record,
      fields: { ...record.fields, RecoveryPointArn: `arn:aws:backup:eu-west-1:111122223333:recovery-point:new-${at}` },
    }));

const days = (count: number) => new Date(Date.parse(asOf) + count * 86_400_000).toISOString();

test('new recovery points, time, order, shards and gaps change no identity, and no two things have one', () => {
  const later = fc.tuple(randomEstate, fc.nat(40), fc.boolean(), fc.array(randomHiding, { maxLength: 2 }));
  fc.assert(
    fc.property(randomEstate, later, (estate, [other, age, isReversed, hidings]) => {
      const shard = { asOf, scopes, cutOff: false };
      const before = judge([{ ...shard, ...estate }], asOf);
      const hidden = hidings.reduce((kept: Estate, { hide }: Hiding) => hide(kept), estate);
      const records = isReversed ? hidden.records.toReversed() : hidden.records;
      const shards = [
        { ...shard, records, coverage: hidden.coverage },
        { ...shard, records: newPoints(other), coverage: [] },
      ];
      const after = judge(shards, days(age));

      for (const textOf of [evidenceText, sarifText]) {
        const [one, two] = [before, after].map((each) => {
          const log: Log = JSON.parse(textOf(reportOf(each)));
          const results = log.runs[0]?.results ?? [];
          const found = identities(each, results);
          expect(found.size).toBe(results.length);
          return found;
        });
        for (const [about, hash] of one ?? []) if (two?.has(about)) expect(two.get(about)).toBe(hash);
        const all = new Map([...(one ?? []), ...(two ?? [])]);
        expect(new Set(all.values()).size).toBe(all.size);
      }
    }),
    { numRuns: runs(40), seed: 20261120 },
  );
}, 120_000);
