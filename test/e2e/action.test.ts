import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Result } from '../../src/result.ts';
import { runAction } from '../action/run-action.ts';
import { folderWith } from '../cli/run-cli.ts';
import { builtCli } from './built-cli.ts';

const examples = resolve(import.meta.dirname, '../../examples');

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

type Values = { readonly [name: string]: string };

const run = (inputs: Values, env: Values = {}) =>
  runAction({ bin, inventory, summary: 'false', ...inputs }, repository(), env);

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

  test('the summary of the run is the markdown report, once, with or without a file of its own', () => {
    const { summary, outputs, workspace } = run({ summary: 'true', 'markdown-file': 'out/summary.md', rule: 'BKP301' });
    expect(outputs['markdown-file']).toBe('out/summary.md');
    expect(summary).toBe(readFileSync(join(workspace, 'out/summary.md'), 'utf8'));
    expect(summary).toMatch(/^## /);
    expect(run({ summary: 'true', rule: 'BKP301' }).summary).toBe(summary);
    expect(run({ summary: 'false', 'markdown-file': 'out/summary.md', rule: 'BKP301' }).summary).toBe('');
  });

  test('a baseline keeps the build green for what was known before', () => {
    const known = run({ rule: 'BKP301', 'allow-incomplete': 'true', args: '--baseline=known.json\n--update-baseline' });
    expect(known.code).toBe(0);
    const inputs = {
      bin,
      inventory,
      rule: 'BKP301',
      'allow-incomplete': 'true',
      baseline: 'known.json',
      'new-only': 'true',
    };
    const later = runAction({ ...inputs, 'json-file': 'r.json' }, known.workspace);
    expect({ code: later.code, critical: later.outputs.critical, high: later.outputs.high }).toEqual({
      code: 0,
      critical: '0',
      high: '0',
    });
    const { findings } = Result.parse(JSON.parse(readFileSync(join(known.workspace, 'r.json'), 'utf8')));
    expect(findings.filter(({ outcome }) => outcome === 'fail').length).toBeGreaterThan(0);
  });

  test('redacted, no account id leaves the step', () => {
    const inputs = { rule: 'BKP301', redact: 'true', summary: 'true', annotations: 'true', 'allow-incomplete': 'true' };
    const files = { 'csv-file': 'out/a.csv', 'sarif-file': 'out/a.sarif' };
    const key = { BACKUPLINT_REDACT_KEY: 'a secret of the repository' };
    const { log, summary, outputs, workspace } = run({ ...inputs, ...files }, key);
    const texts = [log, summary, ...Object.values(outputs)];
    for (const name of ['csv', 'sarif']) texts.push(readFileSync(join(workspace, `out/a.${name}`), 'utf8'));
    expect(texts.filter((text) => /111122223333|444455556666/.test(text))).toEqual([]);
    expect(summary).not.toBe('');
  });

  test('annotations come where GitHub listens again', () => {
    const { log } = run({ annotations: 'true' });
    const [, token = 'none'] = /^::stop-commands::(.*)$/m.exec(log) ?? [];
    expect(log.slice(log.lastIndexOf(`::${token}::`))).toMatch(/^::error /m);
  });
});
