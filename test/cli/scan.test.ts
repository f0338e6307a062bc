import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { estate, folderWith, runCli } from './run-cli.ts';

const asOf = '2026-11-20T06:00:00.000Z';
/** As the AWS CLI prints it: it does not say when it was read. */
const answers = JSON.stringify({
  BackupVaultList: [
    { BackupVaultName: 'main', BackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:main' },
  ],
});

const cwd = folderWith({
  'kept.ndjson': estate(40),
  'short.ndjson': estate(20),
  'older.ndjson': estate(40, 'ok', '2026-10-01T00:00:00.000Z'),
  'answers.json': answers,
  'targets.json': JSON.stringify({
    rules: {
      'recent-recovery-point': { parameters: { maxAgeHours: 24 } },
      BKP401: { parameters: { maxAgeDays: 90 } },
    },
  }),
  'strict.json':
    '{ "extends": ["recommended"], "rules": { "BKP102": "critical" }, "failOn": "critical", "category": "nightly" }',
});
const run = (line: string, input?: string) => runCli(line, { cwd, ...(input === undefined ? {} : { input }) });
const json = async (line: string, input?: string) => JSON.parse((await run(`${line} -f json`, input)).stdout);

describe('the moment that is judged', () => {
  test.each([
    ['--inventory kept.ndjson', asOf],
    ['--inventory older.ndjson kept.ndjson', asOf],
    ['--inventory kept.ndjson --as-of 2026-11-21T00:00:00+02:00', '2026-11-20T22:00:00.000Z'],
    ['--inventory answers.json', '2026-11-24T00:00:00.000Z'],
  ])('%s', async (line, moment) => {
    expect((await json(`${line} --rule BKP102`)).asOf).toBe(moment);
  });

  test('a moment that nobody gave is said on stderr; --quiet hides it', async () => {
    const line = '--inventory answers.json --rule BKP102';
    expect((await run(line)).stderr).toMatch(/judged as of now, 2026-11-24T00:00:00\.000Z\n$/);
    expect((await run(`${line} -q`)).stderr).toBe('');
    expect((await run(`${line} --as-of ${asOf}`)).stderr).toBe('');
  });
});

describe('flags and config', () => {
  test.each([
    ['--inventory short.ndjson --rule BKP102', 0],
    ['--inventory short.ndjson --rule BKP102 --fail-on medium', 1],
    ['scan --inventory short.ndjson --rule minimum-retention --fail-on never', 0],
    ['--inventory short.ndjson --rule BKP102 -c strict.json', 1],
    ['--inventory short.ndjson --rule BKP102 -c strict.json --fail-on never', 0],
    ['--inventory kept.ndjson --rule BKP102 -c strict.json', 0],
  ])('%s: exit %i', async (line, code) => {
    expect((await run(line)).code).toBe(code);
  });

  test('stdin is `-`', async () => {
    expect((await json('--inventory - --rule BKP102', estate(20))).summary.findings.medium).toBe(1);
  });

  test('--include lists outcomes', async () => {
    const { outcomes } = await json('--inventory kept.ndjson --rule BKP102 --include pass');
    expect(outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['pass']);
    expect(await json('--inventory kept.ndjson --rule BKP102')).not.toHaveProperty('outcomes');
  });

  test.each([
    ['--rule BKP102', { ageHours: 36, testDays: 30 }],
    ['-c targets.json', { ageHours: 24, testDays: 90 }],
  ])('--include overview: its targets with %s', async (line, targets) => {
    const { overview, outcomes } = await json(`--inventory kept.ndjson ${line} --include overview`);
    expect(overview.targets).toEqual(targets);
    expect(overview.cells).toMatchObject([{ accountId: '111122223333', resourceType: 'DynamoDB', resources: 1 }]);
    expect(outcomes).toBeUndefined();
    expect(await json(`--inventory kept.ndjson ${line}`)).not.toHaveProperty('overview');
  });

  test.each([
    ['', /^backuplint\//],
    ['-c strict.json', /^nightly\//],
    ['-c strict.json --category weekly', /^weekly\//],
  ])('category: %s', async (line, id) => {
    const { stdout } = await run(`--inventory kept.ndjson --rule BKP102 -f sarif ${line}`);
    expect(JSON.parse(stdout).runs[0].automationDetails.id).toMatch(id);
  });

  test('--verbose says what was loaded, --progress what begins; stdout does not change', async () => {
    const line = '--inventory kept.ndjson -c strict.json --rule BKP102';
    const plain = await run(line);
    const verbose = await run(`${line} -v --progress`);
    expect(plain.stderr).toBe('');
    expect(verbose.stdout).toBe(plain.stdout);
    expect(verbose.stderr).toContain('strict.json: 1 rule in force\n');
    expect(verbose.stderr).toContain(`1 shard, 2 records, as of ${asOf}\n`);
    expect(verbose.stderr).toContain('reading the inventory\n');
    expect(verbose.stderr).not.toContain(join(cwd, '/'));
  });
});
