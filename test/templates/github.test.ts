import { expect, test } from 'vitest';
import { backuplintLines, textOf, workflowAt } from './workflow.ts';

const path = 'templates/backuplint.github.yml';
const { on, permissions, jobs } = workflowAt(path);
const { check, scan } = jobs;

test('it runs every night, by hand, and for pull requests that change what it judges by', () => {
  expect(Object.keys(on)).toEqual(['schedule', 'workflow_dispatch', 'pull_request']);
  expect(on.pull_request).toEqual({
    paths: ['backuplint.json', 'backuplint.waivers.json', 'backup-rules/**', '.github/workflows/backuplint.yml'],
  });
});

test('nothing is allowed but what a job asks for', () => {
  expect(permissions).toEqual({});
  expect(check?.permissions).toEqual({ contents: 'read' });
  expect(scan?.permissions).toEqual({
    'id-token': 'write',
    'security-events': 'write',
    actions: 'read',
    contents: 'read',
  });
});

test('a pull request checks the config, without credentials', () => {
  expect([check?.if, scan?.if]).toEqual(["github.event_name == 'pull_request'", "github.event_name != 'pull_request'"]);
  const uses = (check?.steps ?? []).map(({ uses = '' }) => uses.split('@')[0]);
  expect(uses).toEqual(['actions/checkout', 'actions/setup-node', '']);
  expect(backuplintLines(check?.steps.at(-1)?.run ?? '')).toEqual([['check']]);
});

test('the scan writes a file for code scanning and keeps evidence, all in the folder that was made for it', () => {
  const runs = (scan?.steps ?? []).flatMap(({ run }) => run ?? []);
  expect(runs[0]).toBe('mkdir -p out');
  const [words = []] = backuplintLines(runs[1] ?? '');
  expect(words).toEqual([
    'scan',
    ...['-f', 'pretty', '-f', 'markdown=out/backuplint.md', '-f', 'sarif=out/backuplint.sarif'],
    ...['--include', 'pass,notApplicable', '-f', 'evidence=out/backuplint-evidence.sarif'],
    ...['-f', 'html=out/backuplint.html', '-f', 'json=out/backuplint.json'],
  ]);
});

test('uploads come after it, also when it fails, and no upload without a file', () => {
  const [upload, artifact] = (scan?.steps ?? []).slice(-2);
  expect(upload?.uses).toMatch(/^github\/codeql-action\/upload-sarif@/);
  expect(upload?.if).toBe("always() && hashFiles('out/backuplint.sarif') != ''");
  expect(upload?.with).toEqual({ sarif_file: 'out/backuplint.sarif' });
  expect(artifact?.uses).toMatch(/^actions\/upload-artifact@/);
  expect(artifact?.if).toBe('always()');
  expect(artifact?.with).toMatchObject({ path: 'out/', 'retention-days': 90 });
});

test('no key is stored: the role comes by OIDC', () => {
  const credentials = scan?.steps.find(({ uses = '' }) => uses.startsWith('aws-actions/'));
  expect(credentials?.with).toEqual({
    'role-to-assume': '${{ vars.BACKUPLINT_ROLE }}',
    'aws-region': "${{ vars.BACKUPLINT_REGION || 'us-east-1' }}",
  });
  expect(textOf(path)).not.toContain('secrets.');
});
