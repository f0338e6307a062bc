import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Result } from '../../src/result.ts';
import { estate, folderWith, runCli } from './run-cli.ts';

const scan = 'scan --inventory estate.ndjson --rule BKP102 --config backuplint.json --fail-on medium';
const config = (more: object = {}) => JSON.stringify({ extends: ['recommended'], ...more });
const waivers = (expires: string) =>
  JSON.stringify({ waivers: [{ rule: 'BKP102', match: { region: '*' }, reason: 'r', owner: 'storage', expires }] });

const folder = (files: { readonly [path: string]: string } = {}) =>
  folderWith({ 'estate.ndjson': estate(3), 'backuplint.json': config(), ...files });

const resultIn = (cwd: string, file: string) => JSON.parse(readFileSync(join(cwd, file), 'utf8')).runs[0].results;
const firstOf = (stdout: string) => Result.parse(JSON.parse(stdout)).findings[0];

describe('evidence as a baseline', () => {
  test('what it has is not new, and nothing fails', async () => {
    const cwd = folder();
    expect((await runCli(`${scan} -f evidence=known.sarif`, { cwd })).code).toBe(1);
    const { code, stdout } = await runCli(`${scan} --baseline known.sarif --new-only -f json`, { cwd });
    expect(code).toBe(0);
    expect(firstOf(stdout)?.baseline).toEqual({ state: 'unchanged', since: '2026-11-20T06:00:00.000Z' });
  });

  test('what it lacks is new, and fails', async () => {
    const cwd = folder({ 'good.ndjson': estate(40) });
    await runCli(`${scan.replace('estate', 'good')} -f evidence=known.sarif`, { cwd });
    const { code, stdout } = await runCli(`${scan} --baseline known.sarif --new-only -f json`, { cwd });
    expect(code).toBe(1);
    expect(firstOf(stdout)?.baseline?.state).toBe('new');
  });

  test('the day of the first sight stays through evidence of evidence', async () => {
    const later = estate(3, 'ok', '2026-11-22T06:00:00.000Z');
    const cwd = folder({ 'later.ndjson': later });
    await runCli(`${scan} -f evidence=one.sarif`, { cwd });
    await runCli(`${scan.replace('estate', 'later')} --baseline one.sarif -f evidence=two.sarif`, { cwd });
    const [result] = resultIn(cwd, 'two.sarif');
    expect(result).toMatchObject({
      baselineState: 'unchanged',
      provenance: {
        firstDetectionTimeUtc: '2026-11-20T06:00:00.000Z',
        lastDetectionTimeUtc: '2026-11-22T06:00:00.000Z',
      },
    });
    const { stdout } = await runCli(`${scan} --baseline two.sarif -f json`, { cwd });
    expect(firstOf(stdout)?.baseline).toEqual({ state: 'unchanged', since: '2026-11-20T06:00:00.000Z' });
  });

  test('what was accepted in it and is no longer fails as new; while it is accepted it does not', async () => {
    const cwd = folder({ 'w.json': waivers('2027-01-01'), 'ended.json': waivers('2026-11-19') });
    await runCli(`${scan} --waivers w.json -f evidence=known.sarif`, { cwd });
    expect(resultIn(cwd, 'known.sarif')[0].suppressions).toMatchObject([
      { kind: 'external', status: 'accepted', location: { physicalLocation: { artifactLocation: { uri: 'w.json' } } } },
    ]);
    const again = `${scan} --baseline known.sarif --new-only -f json`;
    expect((await runCli(`${again} --waivers w.json`, { cwd })).code).toBe(0);
    const ended = await runCli(`${again} --waivers ended.json`, { cwd });
    expect([ended.code, firstOf(ended.stdout)?.baseline?.state]).toEqual([1, 'new']);
  });

  test('what was unknown in it is unchanged while it stays so', async () => {
    const cwd = folder({ 'denied.ndjson': estate(3, 'denied') });
    const denied = 'scan --inventory denied.ndjson --rule BKP102,BKP507 --config backuplint.json';
    await runCli(`${denied} -f evidence=known.sarif`, { cwd });
    expect(resultIn(cwd, 'known.sarif').map(({ kind }: { kind: string }) => kind)).toEqual(['open']);
    const { stdout } = await runCli(`${denied} --baseline known.sarif -f json`, { cwd });
    expect(firstOf(stdout)?.baseline?.state).toBe('unchanged');
  });
});

test('the life of a waiver shows in both profiles', async () => {
  const cwd = folder({ 'w.json': waivers('2026-11-25'), 'ended.json': waivers('2026-11-19') });
  const both = '-q -f sarif=g.sarif -f evidence=e.sarif';
  await runCli(`${scan} --waivers w.json ${both}`, { cwd });
  expect(resultIn(cwd, 'g.sarif')).toEqual([]);
  const told = (file: string) =>
    JSON.parse(readFileSync(join(cwd, file), 'utf8')).runs[0].invocations[0].toolConfigurationNotifications.map(
      (note: { message: { text: string }; locations: unknown }) => note.message.text,
    );
  const expiring = ['waiver of BKP102, region *: expires in 5 days, on 2026-11-25.'];
  expect([told('g.sarif'), told('e.sarif')].map((texts) => texts.slice(-1))).toEqual([expiring, expiring]);
  await runCli(`${scan} --waivers ended.json ${both}`, { cwd });
  expect(resultIn(cwd, 'g.sarif')[0].message.text).toMatch(/\(waiver expired 2026-11-19\)\.$/);
  expect(told('g.sarif').at(-1)).toContain('expired 2026-11-19; a finding is open again');
});

describe('a partial scan', () => {
  const partial = scan.replace('estate', 'denied');
  const denied = estate(3, 'denied', '2026-11-22T06:00:00.000Z');
  const afterwards = async (more: string, first = '') => {
    const cwd = folder({ 'denied.ndjson': denied });
    await runCli(`${scan} -f evidence=before.sarif ${first}`, { cwd });
    return { cwd, ...(await runCli(`${partial} -f sarif=g.sarif ${more}`, { cwd })) };
  };

  test('writes no sarif, and names both ways out', async () => {
    const { code, cwd, stderr } = await afterwards('');
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^no sarif written: .*ListRecoveryPointsByBackupVault.*\n.*--on-partial carry=.*\n.*--allow-incomplete/m,
    );
    expect(() => resultIn(cwd, 'g.sarif')).toThrow('ENOENT');
  });

  test('carries over what was found in places that it could not read, with the old time', async () => {
    const { code, cwd, stderr } = await afterwards('-f evidence=now.sarif --on-partial carry=before.sarif');
    expect(code).toBe(3);
    expect(stderr).toContain('1 result carried over from before.sarif\n');
    const [alert, ...others] = resultIn(cwd, 'g.sarif');
    expect(others).toEqual([]);
    const [was] = resultIn(cwd, 'before.sarif');
    expect(alert.partialFingerprints).toEqual(was.partialFingerprints);
    expect(alert.message.text).toMatch(/ Not checked in this scan; last seen 2026-11-20\.$/);
    const kept = resultIn(cwd, 'now.sarif').find(({ kind }: { kind: string }) => kind === 'fail');
    expect(kept.provenance.lastDetectionTimeUtc).toBe('2026-11-20T06:00:00.000Z');
    expect(kept.correlationGuid).toBe(was.correlationGuid);
  });

  test('carries on what was carried, with the first time', async () => {
    const { cwd } = await afterwards('-f evidence=now.sarif --on-partial carry=before.sarif');
    await runCli(`${partial} -f sarif=g.sarif --on-partial carry=now.sarif`, { cwd });
    expect(resultIn(cwd, 'g.sarif')[0].message.text.match(/last seen/g)).toHaveLength(1);
    expect(resultIn(cwd, 'g.sarif')[0].properties['backuplint/carried']).toEqual({ since: '2026-11-20T06:00:00.000Z' });
  });

  test('with --new-only carries what the baseline lacks, and nothing else', async () => {
    const { cwd, code } = await afterwards(
      '-f evidence=now.sarif --on-partial carry=before.sarif --baseline before.sarif --new-only',
    );
    expect(code).toBe(3);
    expect(resultIn(cwd, 'g.sarif')).toEqual([]);
    const kept = resultIn(cwd, 'now.sarif').find(({ kind }: { kind: string }) => kind === 'fail');
    expect(kept.baselineState).toBe('unchanged');
  });

  test('a scan that reads all carries nothing', async () => {
    const cwd = folder({ 'good.ndjson': estate(40) });
    await runCli(`${scan} -f evidence=before.sarif`, { cwd });
    await runCli(`${scan.replace('estate', 'good')} -f sarif=g.sarif --on-partial carry=before.sarif`, { cwd });
    expect(resultIn(cwd, 'g.sarif')).toEqual([]);
  });

  test('report carries over, too', async () => {
    const { cwd } = await afterwards('-f json=result.json');
    expect((await runCli('report result.json -f sarif=r.sarif', { cwd })).code).toBe(3);
    const { code } = await runCli('report result.json -f sarif=r.sarif --on-partial carry=before.sarif', { cwd });
    expect(code).toBe(0);
    expect(resultIn(cwd, 'r.sarif')[0].message.text).toContain('last seen 2026-11-20');
  });
});

describe('--on-partial is refused', () => {
  test.each([
    ['skip', 'error: --on-partial skip: expected carry=EVIDENCE, a file that --format evidence wrote\n'],
    ['carry=', 'error: --on-partial carry=: expected carry=EVIDENCE, a file that --format evidence wrote\n'],
    [
      'carry=gone.sarif',
      'error: gone.sarif: no such file; a scan with -f evidence=FILE makes one, for the next scan\n',
    ],
    ['carry=estate.ndjson', /^error: estate\.ndjson: this is no JSON\n$/],
    [
      'carry=g.sarif',
      /^error: g\.sarif: not what --format evidence writes: runs\.0\.properties\.backuplint\/profile: /,
    ],
    ['carry=e.sarif --category other', /^error: e\.sarif is of the category backuplint, and this scan of other: /],
    ['carry=e.sarif -f evidence=e.sarif', /^error: .*e\.sarif is read here and would be overwritten/],
    ['carry=e.sarif --redact', /^error: e\.sarif was written without --redact, and this one has it: /],
  ])('%s', async (value, message) => {
    const cwd = folder({ 'backuplint.json': config({ accountAliases: { 111122223333: 'main' } }) });
    await runCli(`${scan} -f evidence=e.sarif -f sarif=g.sarif`, { cwd });
    const { code, stderr } = await runCli(`${scan} --on-partial ${value}`, { cwd });
    expect(code).toBe(2);
    expect(stderr).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });
});

test('with --redact, findings are carried over under the names of accounts', async () => {
  const cwd = folder({
    'denied.ndjson': estate(3, 'denied'),
    'backuplint.json': config({ accountAliases: { 111122223333: 'main' }, category: 'of-111122223333' }),
  });
  await runCli(`${scan} --redact -f evidence=before.sarif`, { cwd });
  const line = `${scan.replace('estate', 'denied')} --redact -f sarif=g.sarif --on-partial carry=before.sarif`;
  expect((await runCli(line, { cwd })).code).toBe(3);
  const [alert] = resultIn(cwd, 'g.sarif');
  expect(alert.properties['backuplint/accountId']).toBe('main');
  expect(alert.partialFingerprints).toEqual(resultIn(cwd, 'before.sarif')[0].partialFingerprints);
  expect(readFileSync(join(cwd, 'g.sarif'), 'utf8')).not.toMatch(/\d{12}/);

  writeFileSync(join(cwd, 'plain.json'), '');
  const { stderr } = await runCli(line.replace('--redact ', ''), { cwd });
  expect(stderr).toContain('before.sarif is of the category of-main');
});
