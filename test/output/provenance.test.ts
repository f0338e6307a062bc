import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { provenanceOf } from '../../src/output/provenance.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';

function repository(files: { readonly [path: string]: string }): string {
  const root = mkdtempSync(join(tmpdir(), 'backuplint-git-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, '.git', path)), { recursive: true });
    writeFileSync(join(root, '.git', path), text);
  }
  return root;
}

const config = (url: string): string =>
  `[core]\n\tbare = false\n[remote "upstream"]\n\turl = https://example.com/other\n[remote "origin"]\n\turl = ${url}\n\tfetch = x\n`;

describe('provenanceOf', () => {
  test.each([
    ['https://github.com/acme/infra.git', 'https://github.com/acme/infra'],
    ['https://user:token@github.com/acme/infra', 'https://github.com/acme/infra'],
    ['git@github.com:acme/infra.git', 'https://github.com/acme/infra'],
    ['ssh://git@github.com/acme/infra.git', 'https://github.com/acme/infra'],
  ])('takes the remote %s', (url, repositoryUri) => {
    const root = repository({ config: config(url), HEAD: 'ref: refs/heads/main\n', 'refs/heads/main': `${sha}\n` });
    expect(provenanceOf(root, {})).toEqual({ repositoryUri, revisionId: sha, branch: 'refs/heads/main' });
  });

  test('finds a packed ref, and a detached head', () => {
    const url = config('https://github.com/acme/infra');
    const packed = repository({
      config: url,
      HEAD: 'ref: refs/heads/a/b\n',
      'packed-refs': `# pack\n${sha} refs/heads/a/b\n`,
    });
    expect(provenanceOf(packed, {})).toMatchObject({ revisionId: sha, branch: 'refs/heads/a/b' });
    expect(provenanceOf(repository({ config: url, HEAD: sha }), {})).toEqual({
      repositoryUri: 'https://github.com/acme/infra',
      revisionId: sha,
    });
  });

  test.each([
    ['no remote', { config: '[core]\n', HEAD: sha }],
    ['a remote that is a folder', { config: config('/srv/git/infra'), HEAD: sha }],
    ['no repository', {}],
  ])('says nothing of %s', (_, files) => {
    expect(provenanceOf(repository(files), {})).toBeUndefined();
  });

  test('believes GitHub Actions first', () => {
    const env = {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/infra',
      GITHUB_SHA: sha,
      GITHUB_REF: 'refs/heads/main',
    };
    expect(provenanceOf('/nowhere', env)).toEqual({
      repositoryUri: 'https://github.com/acme/infra',
      revisionId: sha,
      branch: 'refs/heads/main',
    });
  });
});
