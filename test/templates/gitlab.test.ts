import { expect, test } from 'vitest';
import { parse } from 'yaml';
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
