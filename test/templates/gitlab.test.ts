import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../cli/run-cli.ts';
import { backuplintLines, textOf } from './workflow.ts';

const file = parse(textOf('templates/backuplint.gitlab-ci.yml'));
const scan = file['backuplint-scan'];
const check = file['backuplint-check'];

test('it has a job for merge requests and one for schedules, and gives no job of others a part', () => {
  expect(Object.keys(file)).toEqual(['.backuplint', 'backuplint-check', 'backuplint-scan']);
  expect(check.rules).toEqual([
    {
      if: '$CI_PIPELINE_SOURCE == "merge_request_event"',
      changes: ['backuplint.json', 'backuplint.waivers.json', 'backup-rules/**/*', 'backuplint.gitlab-ci.yml'],
    },
  ]);
  expect(scan.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "schedule"' }, { if: '$CI_PIPELINE_SOURCE == "web"' }]);
});

test('a merge request gets no token', () => {
  expect(check.id_tokens).toBeUndefined();
  expect(backuplintLines(check.script.join('\n'))).toEqual([['check']]);
  expect(scan.id_tokens).toEqual({ BACKUPLINT_TOKEN: { aud: 'sts.amazonaws.com' } });
});

test('a push does not end a scan that is under way', () => {
  expect([file['.backuplint'].interruptible, scan.interruptible, check.interruptible]).toEqual([
    undefined,
    undefined,
    true,
  ]);
});

/** In place of npx: tells what it was run with. */
const npx = `#!/bin/sh
printf '%s\\n' "$*" "$AWS_ROLE_ARN" "$AWS_ROLE_SESSION_NAME" "$AWS_WEB_IDENTITY_TOKEN_FILE" "$(cat "$AWS_WEB_IDENTITY_TOKEN_FILE")"
exit 3
`;

test('its script hands the role and the token to backuplint, and ends as that does', () => {
  const folder = folderWith({ 'bin/npx': npx, 'tmp/x': '' });
  chmodSync(join(folder, 'bin/npx'), 0o755);
  const { status, stdout } = spawnSync('sh', ['-e', '-c', scan.script.join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      TMPDIR: join(folder, 'tmp'),
      BACKUPLINT_ROLE: 'arn:aws:iam::111122223333:role/backuplint',
      BACKUPLINT_TOKEN: 'a.token; $(touch pwned)',
      CI_PIPELINE_ID: '42',
    },
  });
  const [words = '', role, session, file = '', token] = stdout.split('\n');
  expect(status).toBe(3);
  expect(words).toMatch(/^--yes backuplint@\S+ scan -f pretty .* -f json=out\/backuplint\.json$/);
  expect({ role, session, token }).toEqual({
    role: 'arn:aws:iam::111122223333:role/backuplint',
    session: 'backuplint-42',
    token: 'a.token; $(touch pwned)',
  });
  expect(file.startsWith(join(folder, 'tmp'))).toBe(true);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['bin', 'out', 'tmp']);
});

test('what the scan writes are its artifacts, whatever it finds, and its findings are test results', () => {
  const [words = []] = backuplintLines(scan.script.at(-1));
  const files = words.flatMap((word) => word.split('=')[1] ?? []);
  expect(words[0]).toBe('scan');
  expect(files).toHaveLength(4);
  expect(files.filter((name) => !name.startsWith('out/'))).toEqual([]);
  expect(scan.artifacts).toMatchObject({
    when: 'always',
    access: 'developer',
    paths: ['out/'],
    reports: { junit: 'out/backuplint-junit.xml' },
  });
  expect(words).toContain('junit=out/backuplint-junit.xml');
  expect(scan.script.join('\n')).not.toMatch(/TOKEN"? ?>+ ?"?out/);
});
