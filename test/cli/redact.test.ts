import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatNames } from '../../src/reporters/reporters.ts';
import { Result } from '../../src/result.ts';
import { estate, folderWith, runCli } from './run-cli.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const inventory = readFileSync(join(examples, 'inventory.ndjson'), 'utf8');
const lab = readFileSync(join(examples, 'lab.ndjson'), 'utf8');
const accounts = [...new Set([...`${inventory}${lab}`.matchAll(/[:"](\d{12})[:"]/g)].map(([, id = '']) => id))];
const aliases = Object.fromEntries(accounts.map((id, at) => [id, `acme-${'abcdefghijklmnopqrstuvwxyz'[at]}`]));

const waivers = {
  waivers: [
    { rule: '*', match: { accountId: accounts[0] }, reason: `of ${accounts[0]}`, owner: 'x', expires: '2026-11-25' },
    { rule: 'BKP301', match: { id: `arn:aws:s3:::${accounts[0]}` }, reason: 'r', owner: 'x', expires: '2026-01-01' },
  ],
};

/** A folder with the estate, and a config in which account ids stand as well. */
const folder = (accountAliases: object | undefined) =>
  folderWith({
    'inventory.ndjson': inventory,
    'lab.ndjson': lab,
    'w.json': JSON.stringify(waivers, null, 2),
    'backuplint.json': JSON.stringify({
      extends: ['all'],
      rules: { BKP208: { parameters: { keys: [`arn:aws:kms:eu-west-1:${accounts[0]}:key/1`] } } },
      scope: { copyAccounts: accounts },
      waivers: 'w.json',
      category: `scan-of-${accounts[0]}`,
      ...(accountAliases === undefined ? {} : { accountAliases }),
    }),
  });

const files = formatNames.map((name) => `-f ${name}=out.${name}`).join(' ');
const scan = 'scan --inventory inventory.ndjson lab.ndjson --include pass,notApplicable,overview --allow-incomplete';

async function everything(cwd: string, env: { readonly [name: string]: string } = {}) {
  const run = await runCli(`${scan} -v --progress --redact ${files}`, { cwd, env });
  const texts = formatNames.map((name) => [name, readFileSync(join(cwd, `out.${name}`), 'utf8')] as const);
  return { ...run, texts };
}

describe.each([
  ['aliases', aliases, {}],
  ['a key', undefined, { BACKUPLINT_REDACT_KEY: 'a secret of ours' }],
  ['aliases for some and a key', { [accounts[0] ?? '']: 'main' }, { BACKUPLINT_REDACT_KEY: 'a secret of ours' }],
] as const)('with %s', (_, accountAliases, env) => {
  test('no output holds an account id, fingerprints included', async () => {
    const { code, stdout, stderr, texts } = await everything(folder(accountAliases), env);
    expect([code, stdout]).toEqual([1, '']);
    for (const [name, text] of [['stderr', stderr] as const, ...texts]) {
      expect(text.length, name).toBeGreaterThan(100);
      expect(text.match(/(?<!\d)\d{12}(?!\d)/), name).toBeNull();
      for (const id of accounts) expect(text.includes(id), name).toBe(false);
    }
  }, 120_000);

  test('a fingerprint cannot be led back by trying the accounts', async () => {
    const cwd = folder(accountAliases);
    const redacted = await runCli(`${scan} --redact -f json`, { cwd, env });
    const plain = await runCli(`${scan} -f json`, { cwd });
    const known = new Set(Result.parse(JSON.parse(redacted.stdout)).findings.map(({ fingerprint }) => fingerprint));
    const { findings } = Result.parse(JSON.parse(plain.stdout));
    expect(known.size).toBe(new Set(findings.map(({ fingerprint }) => fingerprint)).size);
    const naming = findings.filter(({ target }) => accounts.some((id) => target.id.includes(id)));
    const guesses = naming.flatMap(({ ruleId, target }) =>
      accounts.map((id) => sha256(`v1\n${ruleId}\n${target.id.replace(/(?<!\d)\d{12}(?!\d)/, id)}`)),
    );
    expect(guesses.length).toBeGreaterThan(500);
    expect(guesses.filter((guess) => known.has(guess))).toEqual([]);
  }, 120_000);
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

test('the same account is the same name in every run, and a baseline of the same names fits', async () => {
  const cwd = folderWith({
    'estate.ndjson': estate(3),
    'backuplint.json': JSON.stringify({ extends: ['recommended'], accountAliases: { 111122223333: 'main' } }),
  });
  const one = 'scan --inventory estate.ndjson --rule BKP102 --fail-on info -f json --redact';
  const first = await runCli(one, { cwd });
  writeFileSync(join(cwd, 'known.json'), first.stdout);
  expect(JSON.parse(first.stdout).findings[0].target).toMatchObject({
    id: 'arn:aws:backup:eu-west-1:main:recovery-point:0001',
    accountId: 'main',
  });
  expect((await runCli(`${one} --baseline known.json --new-only`, { cwd })).code).toBe(0);
});

describe('a result that was written with account ids', () => {
  const env = { BACKUPLINT_REDACT_KEY: 'a secret of ours' };

  test('is told as the redacted scan told it, in each format', async () => {
    const cwd = folder({ [accounts[0] ?? '']: 'main' });
    const { texts } = await everything(cwd, env);
    await runCli(`${scan} -f json=plain.json`, { cwd });
    for (const [name, text] of texts) {
      const told = await runCli(`report plain.json --redact --allow-incomplete -f ${name}`, { cwd, env });
      expect([told.code, told.stdout.match(/(?<!\d)\d{12}(?!\d)/)], name).toEqual([0, null]);
      // Where a waiver is written is not in a result.
      if (!['github', 'sarif', 'evidence'].includes(name)) expect(told.stdout === text, name).toBe(true);
    }
  }, 120_000);

  test('needs the secret, unless it was redacted before', async () => {
    const cwd = folderWith({
      'estate.ndjson': estate(3),
      'backuplint.json': JSON.stringify({ accountAliases: { 111122223333: 'main' } }),
    });
    const one = 'scan --inventory estate.ndjson --rule BKP102';
    await runCli(`${one} -f json=plain.json`, { cwd });
    const { stdout } = await runCli(`${one} --redact -f json`, { cwd });
    const refused = await runCli('report plain.json --redact -f json', { cwd });
    expect([refused.code, refused.stdout, refused.stderr]).toEqual([
      2,
      '',
      expect.stringContaining('takes a secret in BACKUPLINT_REDACT_KEY'),
    ]);
    expect((await runCli('report - --redact -f json', { cwd, input: stdout })).stdout).toBe(stdout);
  });
});

describe('a waiver by fingerprint', () => {
  const env = { BACKUPLINT_REDACT_KEY: 'a secret of ours' };
  const one = 'scan --inventory estate.ndjson --rule BKP102 --fail-on info';
  const names = JSON.stringify({ accountAliases: { 111122223333: 'main' } });
  const waiving = (fingerprint: string, expires = '2027-03-31') =>
    JSON.stringify({ waivers: [{ fingerprint, reason: `r ${fingerprint}`, owner: 'o', expires }] });
  const printOf = (stdout: string): string => JSON.parse(stdout).findings[0].fingerprint;

  test.each([
    ['names', {}],
    ['a key', env],
  ])('is told in no output as it is without redaction: %s', async (_, given) => {
    const cwd = folderWith({ 'estate.ndjson': estate(3), 'backuplint.json': names });
    const plain = printOf((await runCli(`${one} -f json`, { cwd })).stdout);
    for (const [fingerprint, expires] of [[plain], [plain, '2026-01-01'], ['f'.repeat(32)]] as const) {
      writeFileSync(join(cwd, 'w.json'), waiving(fingerprint, expires));
      const { stderr } = await runCli(`${one} --redact --waivers w.json --include overview ${files}`, {
        cwd,
        env: given,
      });
      const texts = formatNames.map((name) => readFileSync(join(cwd, `out.${name}`), 'utf8'));
      expect([stderr, ...texts].filter((text) => text.includes(fingerprint))).toEqual([]);
    }
  });

  test.each([
    ['names', {}],
    ['a key', env],
  ])('applies as a redacted report shows it, and as a plain one does: %s', async (_, given) => {
    const cwd = folderWith({ 'estate.ndjson': estate(3), 'backuplint.json': names });
    const plain = printOf((await runCli(`${one} -f json`, { cwd })).stdout);
    const shown = printOf((await runCli(`${one} --redact -f json`, { cwd, env: given })).stdout);
    expect(shown).not.toBe(plain);
    for (const fingerprint of [plain, shown]) {
      writeFileSync(join(cwd, 'w.json'), waiving(fingerprint));
      expect((await runCli(`${one} --redact --waivers w.json`, { cwd, env: given })).code).toBe(0);
    }
  });
});

test('things whose names hold other numbers of twelve digits are not taken for one', async () => {
  const inventory = estate(3).replaceAll('table/orders', 'table/orders-202611010300');
  const cwd = folderWith({
    'estate.ndjson': inventory,
    'backuplint.json': JSON.stringify({ accountAliases: { 111122223333: 'main' } }),
  });
  const line = 'scan --inventory estate.ndjson --rule BKP102 --redact -f json';
  expect(await runCli(line, { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'error: --redact: aliases alone cannot tell things apart whose names hold other numbers of twelve digits; set BACKUPLINT_REDACT_KEY; nothing was written\n',
  });
  const { stdout } = await runCli(line, { cwd, env: { BACKUPLINT_REDACT_KEY: 'a secret of ours' } });
  expect(JSON.parse(stdout).findings).toHaveLength(1);
});

test('--print-config tells no account id', async () => {
  const cwd = folder(aliases);
  const { stdout } = await runCli(`${scan} --print-config --redact`, { cwd });
  expect([stdout.length > 500, stdout.match(/(?<!\d)\d{12}(?!\d)/)]).toEqual([true, null]);
});

describe('results under other names are not compared', () => {
  const env = { BACKUPLINT_REDACT_KEY: 'a secret of ours' };
  const one = 'scan --inventory estate.ndjson --rule BKP102 --fail-on info';
  const folderOf = async () => {
    const cwd = folderWith({ 'estate.ndjson': estate(3) });
    await runCli(`${one} -f json=plain.json -f evidence=plain.sarif`, { cwd });
    await runCli(`${one} --redact -f json=red.json -f evidence=red.sarif`, { cwd, env });
    return cwd;
  };
  const other = { BACKUPLINT_REDACT_KEY: 'another secret of ours' };

  test.each([
    [`${one} --redact --baseline plain.json`, env, 'plain.json was written without --redact, and this one has it'],
    [`${one} --redact --baseline plain.sarif`, env, 'plain.sarif was written without --redact, and this one has it'],
    [`${one} --baseline red.json --update-baseline`, {}, 'red.json was written with --redact, and this one lacks it'],
    [
      `${one} --redact --baseline red.sarif`,
      other,
      'red.sarif was written with --redact under another secret or names',
    ],
    [`${one} --redact --on-partial carry=red.sarif`, other, 'red.sarif was written with --redact under another secret'],
    ['diff plain.json red.json', {}, 'plain.json was written without --redact, and this one has it'],
  ])('%s', async (line, given, message) => {
    const cwd = await folderOf();
    const { code, stderr } = await runCli(line, { cwd, env: given });
    expect([code, stderr.startsWith(`error: ${message}`)]).toEqual([2, true]);
  });
});

describe('refused', () => {
  const refused = (config: object) => {
    const cwd = folderWith({ 'estate.ndjson': estate(3), 'backuplint.json': JSON.stringify(config) });
    return runCli('scan --inventory estate.ndjson --rule BKP102 -f json=out.json --redact', { cwd });
  };

  test.each([
    [
      {},
      'error: --redact needs names for accounts: "accountAliases" in the config, or a secret in BACKUPLINT_REDACT_KEY\n',
    ],
    [
      { accountAliases: { 444455556666: 'other' } },
      'error: --redact: one account has no alias; add all to "accountAliases" in the config, or set BACKUPLINT_REDACT_KEY; nothing was written\n',
    ],
    [
      { accountAliases: { 444455556666: 'x', 111122223333: 'x' } },
      'error: backuplint.json:1:39: "x" is the alias of 444455556666, too: give each its own\n',
    ],
    [
      { accountAliases: { 111122223333: 'a-111122223333' } },
      'error: backuplint.json:1:20: an alias must not hold an account id\n',
    ],
  ])('%j', async (config, message) => {
    expect(await refused(config)).toEqual({ code: 2, stdout: '', stderr: message });
  });

  test('an account that the overview alone names', async () => {
    const at = { accountId: '111122223333', region: 'eu-west-1' };
    const vault = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:main';
    const resources = [...Array.from({ length: 60 }, () => '111122223333'), '444455556666'].map((account, index) => ({
      ...{ kind: 'protectedResource', ...at, ResourceType: 'DynamoDB' },
      ResourceArn: `arn:aws:dynamodb:eu-west-1:${account}:table/t${index}`,
    }));
    const lines = [
      { kind: 'inventory', schemaVersion: 1, generator: 'test', asOf: '2026-11-20T06:00:00.000Z', scopes: [at] },
      { kind: 'coverage', ...at, operation: '*', status: 'ok' },
      { kind: 'backupVault', ...at, BackupVaultName: 'main', BackupVaultArn: vault },
      ...resources,
      { kind: 'end', records: 62 },
    ];
    const cwd = folderWith({
      'estate.ndjson': `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`,
      'backuplint.json': JSON.stringify({ accountAliases: { 111122223333: 'main' } }),
    });
    const { code, stderr } = await runCli(
      'scan --inventory estate.ndjson --rule BKP102 --include overview -f json=out.json --redact',
      { cwd },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('--redact: one account has no alias');
  });

  test('a secret that can be guessed', async () => {
    const env = { BACKUPLINT_REDACT_KEY: 'k' };
    const run = await runCli('scan --inventory estate.ndjson --redact', { cwd: folderWith({}), env });
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('BACKUPLINT_REDACT_KEY is too short: take 16')]);
  });

  test.each(['--waivers w-111122223333.json', '--baseline b-111122223333.json'])(
    'an error about %s tells no account',
    async (flags) => {
      const config = { extends: ['recommended'], accountAliases: { 111122223333: 'main' } };
      const cwd = folderWith({ 'estate.ndjson': estate(3), 'backuplint.json': JSON.stringify(config) });
      const { code, stderr } = await runCli(`scan --inventory estate.ndjson --redact ${flags}`, { cwd });
      expect([code, stderr.includes('-main.json')]).toEqual([2, true]);
    },
  );

  test('an error of a redacted run tells no account either', async () => {
    const config = { extends: ['recommended'], accountAliases: { 111122223333: 'main' } };
    const cwd = folderWith({ 'backuplint.json': JSON.stringify(config) });
    const { code, stderr } = await runCli('scan --inventory gone-111122223333.ndjson --redact', { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('gone-main.ndjson');
  });
});
