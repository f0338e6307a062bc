import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { alwaysFilled } from '../../src/catalogue/always-filled.ts';
import { actionOf, operationNames } from '../../src/catalogue/operations.ts';
import { readBy } from '../../src/catalogue/read-by.ts';
import { type RecordKind, recordKinds } from '../../src/catalogue/record-kinds.ts';
import { coverageText, endText, headerText, recordText } from '../../src/inventory/inventory-text.ts';
import { demandOf } from '../../src/rules/demand.ts';
import { rulesInForce } from '../../src/rules-in-force.ts';
import type { AwsFault, AwsServer } from '../aws/start-aws.ts';
import { folderWith, runCli } from '../cli/run-cli.ts';
import { asOf, home } from '../engine/estate.ts';
import { shippedRules } from '../engine/shipped-rules.ts';
import { aws, collected } from './collected.ts';
import { listedArn, listedTags } from './every-field.ts';
import { largeEstate } from './large-estate.ts';

type Own = { readonly kind: RecordKind; readonly fact: string };

/** For each kind a rule about what its list tells, and one for each operation that tells more. */
const own: readonly Own[] = recordKinds.flatMap((kind) => {
  const added = new Map(Object.entries(readBy[kind] ?? {}).map(([field, operation]) => [operation, field]));
  const listed = alwaysFilled[kind].filter((field) => readBy[kind]?.[field] === undefined).slice(0, 1);
  return [...listed, ...added.values()].map((fact) => ({ kind, fact }));
});

const ruleText = ({ kind, fact }: Own, index: number): string =>
  JSON.stringify({
    id: `OWN-${index}`,
    name: `own-${index}`,
    title: 'Own rule',
    description: 'Why it matters.',
    target: kind,
    severity: 'low',
    require: { all: [{ fact, operator: 'exists', value: true }] },
    message: '{{target}} fails',
    remediation: 'Mend it.',
  });

const { records, scopes, coverage } = largeEstate;
const cwd = folderWith({
  ...Object.fromEntries(own.map((rule, index) => [`rules/own-${index}.json`, ruleText(rule, index)])),
  'estate.ndjson': [
    headerText({ version: '0', asOf, scopes }),
    ...records.map(recordText),
    ...coverage.map(coverageText),
    endText(records.length),
  ].join(''),
});
const ownFiles = own.map((_, index) => `rules/own-${index}.json`);

/** The rules, by what the command line calls them. */
async function demandFor(ids: readonly string[]) {
  const nothing = { config: undefined, presets: undefined, framework: undefined };
  const { rules } = await rulesInForce({ ...nothing, rules: ids, ruleFiles: ownFiles }, cwd);
  expect(rules.map(({ rule }) => rule.id).sort()).toEqual([...ids].sort());
  return demandOf(rules).map(({ operation }) => operation);
}

/** Credentials that say whose they are: nobody need be asked. */
beforeAll(() => void vi.stubEnv('AWS_ACCOUNT_ID', home.accountId));
afterAll(() => void vi.unstubAllEnvs());

async function readFor(ids: readonly string[], faults: readonly AwsFault[] = []) {
  const server = await aws({ shards: [largeEstate], tags: { [listedArn]: listedTags }, faults });
  const { shard, tally } = await collected({ operations: await demandFor(ids) });
  expect(Object.fromEntries(tally.calls)).toEqual(countsOf(server));
  return { server, shard };
}

function countsOf({ requests }: AwsServer): { readonly [operation: string]: number } {
  const counts = new Map<string, number>();
  for (const { operation } of requests) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return Object.fromEntries(counts);
}

async function jsonOf(line: string) {
  const { code, stdout } = await runCli(`${line} --rule-file ${ownFiles.join(' ')} --format json`, { cwd });
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

type Predicted = { readonly operation: string; readonly calls: number; readonly atLeast: boolean };

const ownIds = own.map((_, index) => `OWN-${index}`);
const shipped = shippedRules.map(({ rule }) => rule.id);
const asking = shippedRules.filter((each) => demandOf([each]).length > 0).map(({ rule }) => rule.id);

const cases: readonly (readonly [name: string, ids: readonly string[]])[] = [
  ...asking.map((id) => [id, [id]] as const),
  ['all that ship', shipped],
  ...own.map(({ kind, fact }, index) => [`a rule about ${fact} of a ${kind}`, [`OWN-${index}`]] as const),
  ['every rule', [...shipped, ...ownIds]],
];

test.each(cases)('%s: what is called is what was said, and allowed, and no more', async (_, ids) => {
  const rules = `--rule ${ids.join(' ')}`;
  const operations = await demandFor(ids);
  const [policy, { operations: predicted }] = await Promise.all([
    jsonOf(`iam-policy ${rules}`),
    jsonOf(`calls ${rules} --inventory estate.ndjson`),
  ]);
  const actions: readonly string[] = policy.Statement[0].Action;
  expect(actions).toEqual(operations.map(actionOf).sort());

  const others = operationNames.filter((name) => !actions.includes(actionOf(name)));
  const elsewhere = ['AssumeRole', 'GetCallerIdentity', 'ListAccounts', 'ListRegions', 'REFUSED'];
  const denied = [...others, ...elsewhere].map((operation) => ({ operation, does: 'deny' as const }));
  const { server, shard } = await readFor(ids, denied);
  expect(shard.coverage.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(countsOf(server)).toEqual(
    Object.fromEntries(predicted.map(({ operation, calls }: Predicted) => [operation, calls])),
  );
  expect(predicted.filter(({ atLeast }: Predicted) => atLeast)).toEqual([]);
});

test('the rules here need every operation there is', async () => {
  expect(await demandFor([...shipped, ...ownIds])).toEqual([...operationNames].sort());
});

test.each([
  ['evidence-complete', ['BKP102'], 'BKP507'],
  ['another one about points', ['BKP102'], ownIds[own.findIndex(({ fact }) => fact === 'RecoveryPointArn')] ?? ''],
  ['one that needs less', ['BKP301', 'BKP401'], 'BKP102'],
])('a rule that needs nothing new adds no call: %s', async (_, ids, more) => {
  const before = countsOf((await readFor(ids)).server);
  expect(countsOf((await readFor([...ids, more])).server)).toEqual(before);
});

test('rules that need nothing call nothing', async () => {
  const { server, shard } = await readFor(['BKP507']);
  expect(server.requests).toEqual([]);
  expect(shard.records).toEqual([]);
});
