import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { givenFlags } from '../../src/commands/given-flags.ts';
import { readArgv } from '../../src/commands/read-argv.ts';
import { scan } from '../../src/commands/scan.ts';
import { folderWith } from '../cli/run-cli.ts';
import { actionAt } from '../templates/workflow.ts';
import { runAction } from './run-action.ts';

/** In place of backuplint: notes what it is given, and writes the reports that the test names. */
const bin = `import { writeFileSync } from 'node:fs';
const { FAKE_CODE = '0', FAKE_WRITES = 'json sarif' } = process.env;
writeFileSync('argv.json', JSON.stringify(process.argv.slice(2)));
const result = { summary: { findings: { critical: 1, high: 2, medium: 3, low: 4, info: 5 }, outcomes: { unknown: 6 }, waived: 7 } };
for (const word of process.argv.slice(2)) {
  const [, format, file] = /^--format=(\\w+)=(.*)$/s.exec(word) ?? [];
  if (FAKE_WRITES.split(' ').includes(format)) writeFileSync(file, JSON.stringify(result));
}
process.stdout.write('::error::of a vault with this name\\n');
process.exitCode = Number(FAKE_CODE);
`;

function run(inputs: { readonly [name: string]: string }, env: { readonly [name: string]: string } = {}) {
  const workspace = folderWith({ 'bin.mjs': bin });
  const ran = runAction({ bin: 'bin.mjs', ...inputs }, workspace, env);
  const folder = join(workspace, inputs['working-directory'] ?? '');
  const argv = (): readonly string[] => JSON.parse(readFileSync(join(folder, 'argv.json'), 'utf8'));
  return { ...ran, argv };
}

/** Without the files of the runner's own. */
const asked = (argv: readonly string[]) => argv.filter((word) => !/^--format=\w+=.*backuplint-runner/.test(word));

describe('inputs become arguments', () => {
  test('without any: a scan, for people, with a summary', () => {
    const { argv, code } = run({});
    expect(code).toBe(0);
    expect(argv().map((word) => word.replace(/=\/.*\//, '=FOLDER/'))).toEqual([
      'scan',
      '--format=pretty',
      '--format=json=FOLDER/json',
      '--format=markdown=FOLDER/markdown',
    ]);
  });

  test('all of them', () => {
    const { argv } = run({
      config: 'a.json',
      inventory: 'one.ndjson\ntwo,b.ndjson\n',
      region: 'eu-west-1, us-east-1\neu-central-1',
      account: '111122223333 444455556666',
      org: 'true',
      'accounts-file': 'accounts.json',
      'role-name': 'reader',
      'external-id': 'x',
      preset: 'recommended,ransomware',
      rule: 'BKP301',
      'rule-file': 'own rules/*.json',
      framework: 'dora',
      'fail-on': 'medium',
      'allow-incomplete': 'true',
      waivers: 'w.json',
      baseline: 'b.json',
      'new-only': 'true',
      'on-partial': 'carry=e.sarif',
      redact: 'true',
      category: 'nightly',
      summary: 'false',
      'sarif-file': 'out/a.sarif',
      'evidence-file': 'out/e.sarif',
      'html-file': 'out/a.html',
      'json-file': 'out/a.json',
      'junit-file': 'out/a.xml',
      'csv-file': 'out/a.csv',
      'markdown-file': 'out/a.md',
      args: '--verify\nall\n-v',
    });
    expect(argv()).toEqual([
      'scan',
      ...['--config=a.json', '--accounts-file=accounts.json', '--role-name=reader', '--external-id=x'],
      ...['--framework=dora', '--fail-on=medium', '--waivers=w.json', '--baseline=b.json'],
      ...['--on-partial=carry=e.sarif', '--category=nightly'],
      ...['--region=eu-west-1', '--region=us-east-1', '--region=eu-central-1'],
      ...['--account=111122223333', '--account=444455556666'],
      ...['--preset=recommended', '--preset=ransomware', '--rule=BKP301'],
      ...['--inventory=one.ndjson', '--inventory=two,b.ndjson', '--rule-file=own rules/*.json'],
      ...['--org', '--allow-incomplete', '--new-only', '--redact', '--include=pass,notApplicable'],
      ...['--format=pretty', '--format=sarif=out/a.sarif', '--format=evidence=out/e.sarif', '--format=html=out/a.html'],
      ...[
        '--format=json=out/a.json',
        '--format=junit=out/a.xml',
        '--format=csv=out/a.csv',
        '--format=markdown=out/a.md',
      ],
      ...['--verify', 'all', '-v'],
    ]);
  });

  test('those that are flags are flags of scan, and every input is one or is known here', () => {
    const own = ['version', 'bin', 'working-directory', 'summary', 'annotations', 'args'];
    // Of the contract, and perhaps not in this version yet.
    const known: readonly string[] = scan.flags;
    const names = Object.keys(actionAt('action.yml').inputs);
    const flags = names.filter((name) => !own.includes(name) && !name.endsWith('-file'));
    expect(flags.filter((name) => !known.some((flag) => flag === name))).toEqual([]);
    expect(flags).toHaveLength(18);
  });

  test.each([
    'with spaces',
    '$(touch pwned)',
    '`touch pwned`',
    '"; touch pwned; "',
    "'; touch pwned; '",
    '--region=all',
    '-',
    '%0A::error::x',
    'line\n::set-output name=x::y',
    '${{ secrets.TOKEN }}',
    'ünïcode \u{1f4be}',
    'a\\b',
  ])('%j is data, whichever input holds it', (hostile) => {
    const inputs = { config: hostile, 'role-name': hostile, 'external-id': hostile, category: hostile };
    const { argv, code, workspace } = run({ ...inputs, 'sarif-file': `out/${hostile.replaceAll('/', '_')}` });
    expect(code).toBe(0);
    expect(asked(argv()).slice(1, 5)).toEqual([
      `--config=${hostile}`,
      `--role-name=${hostile}`,
      `--external-id=${hostile}`,
      `--category=${hostile}`,
    ]);
    expect(readdirSync(workspace).sort()).toEqual(['argv.json', 'bin.mjs', 'out']);
  });

  test('a value with a dash in front is not taken for a flag by backuplint either', () => {
    const { argv } = run({ config: '--org', rule: '-BKP301' });
    const { uses } = readArgv(argv().filter((word) => !word.startsWith('--format')));
    expect([...givenFlags(uses, scan)]).toEqual([
      ['config', ['--org']],
      ['rule', ['-BKP301']],
    ]);
  });
});

describe('what came of it', () => {
  const counts = { critical: '1', high: '2', medium: '3', low: '4', info: '5', unknown: '6', waived: '7' };
  const noCounts = { critical: '', high: '', medium: '', low: '', info: '', unknown: '', waived: '' };

  test.each([
    ['0', '0', ''],
    ['1', '1', '::error title=backuplint::something fails'],
    ['3', '3', '::error title=backuplint::nothing fails, but not all of it could be judged'],
  ])('exit code %s fails the step after counts and files are set', (code, expected, error) => {
    const files = { 'sarif-file': 'out/a b.sarif', 'json-file': 'out/r.json' };
    const ran = run(files, { FAKE_CODE: code });
    expect(ran.outputs).toMatchObject({ 'exit-code': expected, ...counts, ...files });
    expect(ran.code).toBe(Number(code));
    if (error === '') expect(ran.log).not.toContain('title=backuplint');
    else expect(ran.log).toContain(error);
  });

  test.each(['2', '70', '130'])('exit code %s: nothing was judged, and no count says so', (code) => {
    const ran = run({ 'sarif-file': 'a.sarif' }, { FAKE_CODE: code, FAKE_WRITES: '' });
    expect(ran.outputs).toMatchObject({ 'exit-code': code, ...noCounts, 'sarif-file': '', 'json-file': '' });
    expect(ran.code).toBe(Number(code));
    expect(ran.log).toContain(`nothing was judged: exit code ${code}`);
  });

  test('a file of an earlier run is not taken for one of this run', () => {
    const stale = { 'out/a.sarif': 'old', 'out/r.json': '{"summary":{}}' };
    const workspace = folderWith({ 'bin.mjs': bin, ...stale });
    const inputs = { bin: 'bin.mjs', 'sarif-file': 'out/a.sarif', 'json-file': 'out/r.json' };
    const withheld = runAction(inputs, workspace, { FAKE_CODE: '3', FAKE_WRITES: 'json' });
    expect(withheld.outputs).toMatchObject({ ...counts, 'sarif-file': '', 'json-file': 'out/r.json' });
    const none = runAction(inputs, workspace, { FAKE_CODE: '2', FAKE_WRITES: '' });
    expect(none.outputs).toMatchObject({ ...noCounts, 'sarif-file': '', 'json-file': '' });
  });

  test('files are named from the workspace, wherever it ran', () => {
    const workspace = folderWith({ 'sub/bin.mjs': bin });
    const inputs = { bin: 'bin.mjs', 'working-directory': 'sub' };
    const { outputs } = runAction({ ...inputs, 'sarif-file': 'out/a.sarif' }, workspace);
    expect(outputs['sarif-file']).toBe('sub/out/a.sarif');
    const outside = runAction({ ...inputs, 'sarif-file': `${workspace}-else.sarif` }, workspace);
    expect(outside.outputs['sarif-file']).toBe(`${workspace}-else.sarif`);
  });

  test('what it prints is no command to GitHub', () => {
    const { log } = run({});
    const [, token = 'none'] = /^::stop-commands::([0-9a-f-]{36})$/m.exec(log) ?? [];
    const [before = '', inside = ''] = log.split(`::${token}`);
    expect(before).not.toContain('::error');
    expect(inside).toContain('::error::of a vault with this name');
    expect(log).toMatch(new RegExp(`\\n::${token}::\\n$`));
  });

  test.each([
    [{ org: 'yes' }, 'input org: expected true or false, not "yes"'],
    [{ bin: '', version: 'latest' }, 'input version: expected an exact version such as 0.1.0, not "latest"'],
    [{ bin: '', version: '1.0.0 --global' }, 'input version: expected an exact version'],
    [{ bin: '', version: '1.0.0;touch pwned' }, 'input version: expected an exact version'],
  ])('%o is refused before anything runs', (inputs, message) => {
    const { code, log, workspace, outputs } = run(inputs);
    expect(code).toBe(2);
    expect(log).toContain(`::error title=backuplint::${message}`);
    expect(outputs['exit-code']).toBe('');
    expect(readdirSync(workspace)).toEqual(['bin.mjs']);
  });
});
