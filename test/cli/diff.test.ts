import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { estate, folderWith, runCli } from './run-cli.ts';

const scan = 'scan --inventory estate.ndjson --rule BKP102 --fail-on never --allow-incomplete -f json';

async function results() {
  const cwd = folderWith({ 'estate.ndjson': estate(3) });
  const old = await runCli(scan, { cwd });
  writeFileSync(join(cwd, 'estate.ndjson'), estate(40).replaceAll('table/orders', 'table/users'));
  const now = await runCli(`${scan} --as-of 2026-11-21T06:00:00Z`, { cwd });
  return { cwd, old: old.stdout, now: now.stdout };
}

test('what was fixed is told, with its moments', async () => {
  const { cwd, old, now } = await results();
  writeFileSync(join(cwd, 'old.json'), old);
  const { code, stdout, stderr } = await runCli('diff old.json -', { cwd, input: now });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe(`✓ Fixed (1)

  medium BKP102 minimum-retention  0001  111122223333/eu-west-1
    0001 of orders is kept 3 days, fewer than 35

1 fixed, 0 groups of findings unchanged, from 2026-11-20T06:00:00.000Z to 2026-11-21T06:00:00.000Z
`);
});

test('for a comment on a pull request', async () => {
  const { cwd, old, now } = await results();
  writeFileSync(join(cwd, 'old.json'), old);
  const { stdout } = await runCli('diff old.json - -f markdown', { cwd, input: now });
  expect(stdout).toBe(`## backuplint diff

1 fixed, 0 groups of findings unchanged, from 2026-11-20T06:00:00.000Z to 2026-11-21T06:00:00.000Z

### ✓ Fixed (1)

| severity | rule | target | place | what |
| --- | --- | --- | --- | --- |
| medium | BKP102 minimum-retention | <code>0001</code> | 111122223333/eu-west-1 | 0001 of orders is kept 3 days, fewer than 35 |
`);
});

test('the other way round it is new, as JSON', async () => {
  const { cwd, old, now } = await results();
  writeFileSync(join(cwd, 'old.json'), now);
  writeFileSync(join(cwd, 'new.json'), old);
  const { stdout } = await runCli('diff old.json new.json -f json', { cwd });
  expect(JSON.parse(stdout)).toMatchObject({
    schemaVersion: 1,
    unchanged: 0,
    differences: { new: [{ ruleId: 'BKP102', severity: 'medium' }], fixed: [] },
  });
});

describe('refused', () => {
  const files = {
    'text.json': 'no',
    'other.json': '{ "runs": [] }',
    'later.json': '{ "schemaVersion": 2, "tool": { "name": "backuplint" } }',
    'half.json': '{ "schemaVersion": 1, "tool": { "name": "backuplint", "version": "1" }, "asOf": 5 }',
  };
  test.each([
    ['diff - -', 'only one of the two results can be stdin'],
    ['diff gone.json text.json', 'gone.json: no such file'],
    ['diff text.json text.json', 'text.json: this is no result of backuplint: make one with --format json'],
    ['diff other.json other.json', 'other.json: this is no result of backuplint: make one with --format json'],
    ['diff later.json later.json', 'later.json: made by a newer backuplint (schemaVersion 2; this version reads 1)'],
    ['diff half.json half.json', 'half.json:1:73: expected a string, got 5'],
    ['diff half.json', 'diff takes one old, one new'],
  ])('%s', async (line, message) => {
    const { code, stdout, stderr } = await runCli(line, { cwd: folderWith(files) });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error: ${message}`);
  });
});
