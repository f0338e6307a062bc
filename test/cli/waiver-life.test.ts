import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FormatName, formatNames } from '../../src/reporters/reporters.ts';
import { folderWith, runCli } from './run-cli.ts';

const inventory = readFileSync(resolve(import.meta.dirname, '../../examples/inventory.ndjson'), 'utf8');
const by = { owner: 'storage', reason: 'Moves in spring' };
const waivers = [
  { rule: 'vault-locked', match: { id: '*:analytics' }, expires: '2027-01-31', ...by },
  { rule: 'vault-locked', match: { id: '*:staging' }, expires: '2026-11-30', ...by },
  { rule: 'minimum-retention', match: { accountId: '*' }, expires: '2026-10-01', ...by },
  { rule: 'vault-locked', match: { id: '*:gone' }, expires: '2027-02-28', ...by },
];

const files = formatNames.map((name) => `-f ${name}=out.${name}`).join(' ');

async function reports(): Promise<{ readonly stderr: string; readonly textOf: (format: FormatName) => string }> {
  const cwd = folderWith({ 'estate.ndjson': inventory, 'w.json': JSON.stringify({ waivers }) });
  const rules = '--rule vault-locked --rule minimum-retention';
  const line = `scan --inventory estate.ndjson ${rules} --waivers w.json --allow-incomplete ${files}`;
  const { stderr } = await runCli(line, { cwd });
  return { stderr, textOf: (format) => readFileSync(join(cwd, `out.${format}`), 'utf8') };
}

const told = await reports();

/** What each format says of the life of a waiver; `undefined`: the finding is not there, as it is accepted. */
const lives: { readonly [format in FormatName]: { readonly [state: string]: RegExp | undefined } } = {
  pretty: {
    used: /✓ until 2027-01-31: vault-locked/,
    expiring: /! expires 2026-11-30: vault-locked/,
    expired: /✗ expired 2026-10-01: minimum-retention/,
    unused: /! unused: vault-locked, id \*:gone/,
  },
  json: {
    used: /"state": "used"/,
    expiring: /"state": "expiring"/,
    expired: /"state": "expired"/,
    unused: /"state": "unused"/,
  },
  junit: {
    used: /<skipped message="waived by storage until 2027-01-31: Moves in spring"/,
    expiring: /<skipped message="expiring: expires in \d+ days, on 2026-11-30"/,
    expired:
      /<skipped message="expired: matches everything: name what is accepted; expired 2026-10-01; \d+ findings are open again/,
    unused: /<skipped message="unused: accepts nothing/,
  },
  markdown: {
    used: /Waived: 2 findings; 4 waivers: 1 used/,
    expiring: /\| expiring \|/,
    expired: /\| expired \|/,
    unused: /\| unused \|/,
  },
  github: {
    used: undefined,
    expiring: /^::notice file=w\.json,line=1,title=waiver \(expiring\)::/m,
    expired: /^::notice file=w\.json,line=1,title=waiver \(expired\)::/m,
    unused: /^::notice file=w\.json,line=1,title=waiver \(unused\)::/m,
  },
  csv: {
    used: /^BKP201,.*,fail,used,storage,2027-01-31,/m,
    expiring: /^BKP201,.*,fail,expiring,storage,2026-11-30,/m,
    expired: /^minimum-retention,,,,expired,storage,2026-10-01,/m,
    unused: /^vault-locked,,,,unused,storage,2027-02-28,/m,
  },
  sarif: {
    used: undefined,
    expiring: /expires in \d+ days, on 2026-11-30/,
    expired: /expired 2026-10-01; \d+ findings are open again/,
    unused: /accepts nothing/,
  },
  evidence: {
    used: /"justification":"Moves in spring\. \(storage, until 2027-01-31\)"/,
    expiring: /expires in \d+ days, on 2026-11-30/,
    expired: /expired 2026-10-01; \d+ findings are open again/,
    unused: /accepts nothing/,
  },
  html: {
    used: /2027-01-31/,
    expiring: /expires in \d+ days, on 2026-11-30/,
    expired: /expired 2026-10-01; \d+ findings are open again/,
    unused: /accepts nothing/,
  },
};

describe.each(Object.entries(lives))('the life of a waiver in %s', (format, states) => {
  const name = formatNames.find((each) => each === format) ?? 'json';
  test.each(Object.entries(states))('%s', (_, shown) => {
    const text = told.textOf(name);
    const holds = shown === undefined ? !text.includes('analytics is not locked') : shown.test(text);
    expect(holds, String(shown ?? 'no word of it')).toBe(true);
  });

  test('an expired one leaves its findings open, and they say so', () => {
    expect(told.textOf(name).includes('(waiver expired 2026-10-01)')).toBe(true);
  });
});

test('what needs somebody is on stderr too', () => {
  const lines = told.stderr.split('\n').filter((line) => line.startsWith('waiver of '));
  expect(lines).toEqual([
    expect.stringMatching(/^waiver of vault-locked, id \*:staging: expires in \d+ days, on 2026-11-30$/),
    expect.stringMatching(/^waiver of minimum-retention, accountId \*: matches everything: name what is accepted$/),
    expect.stringMatching(
      /^waiver of minimum-retention, accountId \*: expired 2026-10-01; \d+ findings are open again/,
    ),
    expect.stringMatching(/^waiver of vault-locked, id \*:gone: accepts nothing/),
  ]);
});
