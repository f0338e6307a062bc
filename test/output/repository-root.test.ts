import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../../src/output/repository-root.ts';

function folders() {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'backuplint-root-')));
  const deep = join(top, 'infra', 'backup');
  mkdirSync(deep, { recursive: true });
  return { top, deep };
}

test('the nearest folder at or above with .git: a folder, or a file as in a worktree', () => {
  const { top, deep } = folders();
  mkdirSync(join(top, '.git'));
  expect([repositoryRoot(deep), repositoryRoot(top)]).toEqual([top, top]);
  writeFileSync(join(top, 'infra', '.git'), 'gitdir: elsewhere\n');
  expect(repositoryRoot(deep)).toBe(join(top, 'infra'));
});

test('else the folder itself', () => {
  const { deep } = folders();
  expect(repositoryRoot(deep)).toBe(deep);
});
