import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actionAt, textOf, workflowAt } from './workflow.ts';

const folder = resolve(import.meta.dirname, '../../.github/workflows');
const workflows = [
  ...readdirSync(folder).map((name) => `.github/workflows/${name}`),
  'templates/backuplint.github.yml',
] as const;

/** The commits that the tags in the comments stand for; whoever takes a newer one changes it here and there. */
const commits: { readonly [action: string]: string } = {
  'actions/checkout': 'de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2',
  'actions/setup-node': '53b83947a5a98c8d113130e565377fae1a50d02f # v6.3.0',
  'actions/upload-artifact': '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1',
  'aws-actions/configure-aws-credentials': '8df5847569e6427dd6c4fb1cf565c83acfa8afa7 # v6.0.0',
  'github/codeql-action/upload-sarif': '8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2',
};

const docs = ['docs/ci-gate.md', 'docs/code-scanning.md', 'docs/organization-scan.md', 'docs/auditor-evidence.md'];

test.each([...workflows, 'action.yml', ...docs])('%s uses each action by the one commit that was looked at', (path) => {
  const uses = [...textOf(path).matchAll(/uses: (\S+)@(.+)/g)].map(([, action = '', commit]) => ({ action, commit }));
  const others = uses.filter(({ action }) => action !== 'backuplint/backuplint');
  expect(others.filter(({ action, commit }) => commits[action] !== commit)).toEqual([]);
});

describe.each(workflows)('%s', (path) => {
  const { permissions, jobs } = workflowAt(path);

  test('allows nothing beyond what each job asks for, and ends each job in time', () => {
    expect(permissions).toEqual({});
    expect(Object.values(jobs).filter((job) => job['timeout-minutes'] > 60)).toEqual([]);
  });

  test('puts no expression into a script, and leaves no credentials in a clone', () => {
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
    const clones = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    expect(clones.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });
});

test('the action puts no expression into a script', () => {
  const { using, steps } = actionAt('action.yml').runs;
  expect(using).toBe('composite');
  expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
});

test('the repository is checked on each Node that the package may run on', () => {
  const text = textOf('.github/workflows/ci.yml');
  expect(text).toContain('node: [20, 22, 24, 26]');
  expect(workflowAt('.github/workflows/ci.yml').jobs.check?.steps.at(-1)?.run).toBe('bash .ci/run');
});

test('what may publish has no token and runs nothing of the package', () => {
  const job = workflowAt('.github/workflows/release.yml').jobs.npm;
  expect(job?.permissions).toEqual({ 'id-token': 'write', actions: 'read' });
  expect(job?.steps.at(-1)?.run).toMatch(/^npm publish \S+\.tgz --provenance .*--ignore-scripts$/);
  expect(textOf('.github/workflows/release.yml')).not.toContain('secrets.');
});
