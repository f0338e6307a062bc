import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Result } from '../../src/result.ts';
import { estate, folderWith, runCli } from './run-cli.ts';

const print = '0123456789abcdef0123456789abcdef';
const texts = '--reason tested --owner storage --expires 2027-03-31';

test('a finding is found, accepted, and does not fail any more', async () => {
  const cwd = folderWith({
    'estate.ndjson': estate(3),
    'backuplint.json': '{ "extends": ["recommended"], "waivers": "w.json" }',
    'w.json': '// Ours.\n{\n  "waivers": [\n    // none yet\n  ],\n}\n',
  });
  const scan = 'scan --inventory estate.ndjson --rule BKP102 --fail-on info -f json';
  const first = await runCli(scan, { cwd });
  writeFileSync(join(cwd, 'result.json'), first.stdout);
  const { fingerprint = '' } = Result.parse(JSON.parse(first.stdout)).findings[0] ?? {};

  const { code, stdout } = await runCli(`waive ${fingerprint} ${texts} --ticket SEC-1 --result result.json`, { cwd });
  expect(stdout).toBe(`added to w.json: BKP102, fingerprint ${fingerprint}, until 2027-03-31\n`);
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'w.json'), 'utf8')).toBe(`// Ours.
{
  "waivers": [
    // none yet
    {
      "rule": "BKP102",
      "fingerprint": "${fingerprint}",
      "reason": "tested",
      "owner": "storage",
      "ticket": "SEC-1",
      "expires": "2027-03-31"
    }
  ],
}
`);
  expect((await runCli(scan, { cwd })).code).toBe(0);
});

test('without a file one is made, and it says where to name it', async () => {
  const cwd = folderWith({ 'backuplint.json': '{}' });
  const { stdout } = await runCli(`waive ${print} ${texts}`, { cwd });
  expect(stdout).toBe(
    `added to backuplint.waivers.json: fingerprint ${print}, until 2027-03-31\nthe config does not name that file: add "waivers": "backuplint.waivers.json" to it, or scan with --waivers backuplint.waivers.json\n`,
  );
  expect(JSON.parse(readFileSync(join(cwd, 'backuplint.waivers.json'), 'utf8')).waivers).toHaveLength(1);
});

describe('refused, and the file stays as it is', () => {
  const file = `{ "waivers": [\n  { "fingerprint": "${print}", "reason": "r", "owner": "o", "expires": "2026-12-31" }\n] }`;
  const files = {
    'w.json': file,
    'bad.json': '{ "waivers": [{}] }',
    'result.json': JSON.stringify({ schemaVersion: 1, asOf: '', findings: [] }),
    'backuplint.json': '{ "waivers": "w.json", "maxWaiverDays": 365 }',
  };
  test.each([
    [`waive ${print} ${texts}`, 'w.json:2: has it already, until 2026-12-31: change it there'],
    [`waive abc ${texts}`, 'abc: expected the fingerprint of a finding: 32 hexadecimal digits'],
    [`waive ${print}`, 'waive needs --reason: a waiver says why, whose it is and until when'],
    [`waive ${print} --reason r --expires 2027-03-31`, 'waive needs --owner: a waiver says why'],
    [`waive ${print} --reason r --owner o --expires soon`, '--expires soon: expected a day, as "2027-03-31"'],
    [
      `waive ${print} --reason r --owner o --expires 2028-03-31`,
      '--expires 2028-03-31: "maxWaiverDays" of the config allows 365 days: expected 2027-11-24 or earlier',
    ],
    [`waive ${print} ${texts} --waivers bad.json`, 'bad.json:1:15: the member "reason" is missing'],
    [`waive ${print} ${texts} --result gone.json`, 'gone.json: no such'],
    [`waive ${print} ${texts} --result result.json`, `result.json: has no finding with the fingerprint ${print}`],
    ['waive', 'waive takes one fingerprint'],
  ])('%s', async (line, message) => {
    const cwd = folderWith(files);
    const { code, stdout, stderr } = await runCli(line, { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error: ${message}`);
    expect(readFileSync(join(cwd, 'w.json'), 'utf8')).toBe(file);
  });
});

const terms = (expires: string) => `waive ${print} --reason r --owner o --expires ${expires}`;

test('a day that is over is refused', async () => {
  const cwd = folderWith({});
  const { code, stderr } = await runCli(terms('2020-03-01'), { cwd });
  expect([code, stderr]).toEqual([
    2,
    'error: --expires 2020-03-01: that day is over, so the waiver would accept nothing\n',
  ]);
});

test('a waiver that is over can be followed by another, and one that is not cannot', async () => {
  const old = { waivers: [{ fingerprint: print, reason: 'r', owner: 'o', expires: '2026-11-01' }] };
  const cwd = folderWith({ 'backuplint.waivers.json': JSON.stringify(old) });
  expect((await runCli(terms('2027-03-31'), { cwd })).code).toBe(0);
  const again = await runCli(terms('2027-04-30'), { cwd });
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('has it already, until 2027-03-31')]);
});
