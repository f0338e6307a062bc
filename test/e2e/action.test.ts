import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatNames } from '../../src/reporters/reporters.ts';
import { Result } from '../../src/result.ts';
import { runAction } from '../action/run-action.ts';
import { folderWith } from '../cli/run-cli.ts';
import { builtCli } from './built-cli.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const hasFormat = (name: string): boolean => formatNames.some((format) => format === name);

/** A repository with the example estate, under a name that a shell would take apart. */
const inventory = 'an estate; $(touch pwned).ndjson';
function repository(): string {
  const workspace = folderWith({ '.git/HEAD': 'ref: refs/heads/main\n' });
  copyFileSync(join(examples, 'inventory.ndjson'), join(workspace, inventory));
  for (const name of ['backuplint.json', 'own-rule.json']) copyFileSync(join(examples, name), join(workspace, name));
  return workspace;
}

let bin = '';
beforeAll(() => {
  bin = builtCli();
}, 120_000);

const run = (inputs: { readonly [name: string]: string }) =>
  runAction({ bin, inventory, summary: 'false', ...inputs }, repository());

describe('the action on the example estate', () => {
  test('counts what fails, names the files, and fails the step', () => {
    const { code, log, outputs, workspace } = run({
      'allow-incomplete': 'true',
      'sarif-file': 'out/code scanning.sarif',
      'json-file': 'out/result.json',
    });
    const { summary } = Result.parse(JSON.parse(readFileSync(join(workspace, 'out/result.json'), 'utf8')));
    expect(outputs).toMatchObject({
      'exit-code': '1',
      critical: '1',
      high: '43',
      medium: '53',
      low: '10',
      info: '0',
      unknown: String(summary.outcomes.unknown),
      waived: '0',
      'sarif-file': 'out/code scanning.sarif',
      'json-file': 'out/result.json',
    });
    expect(JSON.parse(readFileSync(join(workspace, 'out/code scanning.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(code).toBe(1);
    expect(log).toContain('21 rules fail');
    expect(
      log.trimEnd().endsWith('::error title=backuplint::something fails; the summary and the reports name it'),
    ).toBe(true);
  });

  test('where part of it was not read, there is no SARIF to upload', () => {
    const { code, log, outputs } = run({ 'fail-on': 'never', 'sarif-file': 'out/a.sarif', 'json-file': 'out/a.json' });
    expect(code).toBe(3);
    expect(outputs).toMatchObject({ 'exit-code': '3', 'sarif-file': '', 'json-file': 'out/a.json' });
    expect(log).toContain('no sarif written');
    expect(log).toContain('::error title=backuplint::nothing fails, but not all of it could be judged');
  });

  test('what may pass passes', () => {
    const { code, outputs, log } = run({ 'fail-on': 'never', 'allow-incomplete': 'true' });
    expect({ code, exit: outputs['exit-code'] }).toEqual({ code: 0, exit: '0' });
    expect(log).not.toContain('::error');
  });

  test('wrong use fails without counts', () => {
    const { code, outputs, log } = run({ rule: 'BKP999' });
    expect({ code, exit: outputs['exit-code'], high: outputs.high }).toEqual({ code: 2, exit: '2', high: '' });
    expect(log).toContain('unknown rule "BKP999"');
  });

  test.runIf(hasFormat('markdown'))('the summary of the run is the markdown report', () => {
    const { summary, outputs, workspace } = run({ summary: 'true', 'markdown-file': 'out/summary.md' });
    expect(outputs['markdown-file']).toBe('out/summary.md');
    expect(summary.trimEnd()).toBe(readFileSync(join(workspace, 'out/summary.md'), 'utf8').trimEnd());
  });

  test.runIf(hasFormat('github'))('annotations come where GitHub listens again', () => {
    const { log } = run({ annotations: 'true' });
    const [, token = 'none'] = /^::stop-commands::(.*)$/m.exec(log) ?? [];
    expect(log.slice(log.lastIndexOf(`::${token}::`))).toMatch(/^::error /m);
  });
});
