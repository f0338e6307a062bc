import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

test.each(['--help', '-h', 'scan --help', '--inventory x --nonsense -h'])(
  '%s lists commands, flags and exit codes',
  async (line) => {
    const { code, stdout, stderr } = await runCli(line, { env: { LC_ALL: 'de_DE' } });
    expect([code, stderr]).toEqual([0, '']);
    for (const part of [
      'Usage: backuplint [scan]',
      'backuplint explain <rule>',
      '--fail-on',
      '-c, --config',
      'Examples:',
    ]) {
      expect(stdout).toContain(part);
    }
    expect(stdout).toMatch(/^ {2}3 {2}nothing failed, but something could not be judged/m);
    expect(Math.max(...stdout.split('\n').map((text) => text.length))).toBeLessThanOrEqual(80);
  },
);

test.each([
  ['rules --help', ['--preset', '--format', 'rules --preset all'], ['--inventory', '--fail-on']],
  ['calls --help', ['--rate-share', '--inventory', 'pretty or json'], ['--fail-on', 'sarif', '--resume']],
  ['iam-policy --help', ['--role-name', 'cloudformation', '--framework'], ['--inventory', 'sarif', '--filter']],
  ['explain -h', ['backuplint explain <rule>', '--rule-file'], ['--inventory', '--format']],
])('%s is about that command', async (line, parts, absent) => {
  const { code, stdout } = await runCli(line);
  expect(code).toBe(0);
  for (const part of parts) expect(stdout).toContain(part);
  for (const part of absent) expect(stdout).not.toContain(part);
});

test('--version prints the version alone', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await runCli('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  expect(await runCli('scan --version --inventory x')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});
