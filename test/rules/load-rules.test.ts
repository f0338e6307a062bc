import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { formatFault } from '../../src/errors.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { all, inTempFolder, ruleText } from './checked-text.ts';

type Files = { readonly [path: string]: string };

const write = async (folder: string, files: Files): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
};

const rule = (id: string, name: string, members = {}) => ruleText({ id: `"${id}"`, name: `"${name}"`, ...members });
const shipped: Files = {
  'rules/b.json': rule('BKP2', 'second'),
  'rules/a.json': rule('BKP10', 'tenth'),
  'rules/readme.md': 'no rule',
  'rules/presets/all.json': '{}',
};

const load = (files: Files, ownFiles: readonly string[] = []) =>
  inTempFolder(async (folder) => {
    await write(folder, { ...shipped, ...files });
    const own = ownFiles.map((path) => join(folder, path));
    try {
      const frameworks = ['nist-800-53-r5', 'soc-2'];
      const { rules, warnings } = await loadRules({ shippedDir: join(folder, 'rules'), ownFiles: own, frameworks });
      const ids = rules.map(({ rule, origin, file }) => `${rule.id} ${origin} ${file.slice(folder.length + 1)}`);
      return { ids, rules, warnings: warnings.map(formatFault).map((line) => line.replaceAll(`${folder}/`, '')) };
    } catch (error) {
      return { error: String(error).replaceAll(`${folder}/`, '') };
    }
  });

test('shipped and own rules, sorted by id, presets and other files left alone', async () => {
  const own = { 'own/x.json': rule('ACME-1', 'x-rule'), 'own/y.json': rule('ZED1', 'y-rule'), 'own/.hidden.json': '{' };
  const { ids } = await load({ ...own, 'own/deeper.json/z.json': '{' }, ['own/*.json', 'own/x.json']);
  expect(ids).toEqual([
    'ACME-1 own own/x.json',
    'BKP10 shipped rules/a.json',
    'BKP2 shipped rules/b.json',
    'ZED1 own own/y.json',
  ]);
});

test('a pattern may have text on both sides, whose dots are dots', async () => {
  const own = { 'own/rule-1.json': rule('ACME-1', 'x-rule'), 'own/rule-2xjson': '{', 'own/other.json': '{' };
  expect((await load(own, ['own/rule-*.json'])).ids?.[0]).toBe('ACME-1 own own/rule-1.json');
});

test('where a rule stands: its require member', async () => {
  const { rules = [] } = await load({});
  expect(rules[1]?.requirePlace.region).toEqual({ startLine: 6, startColumn: 3, endLine: 6, endColumn: 83 });
});

test('all faults of all files at once', async () => {
  const own = {
    'own/a.json': '{ "id": 1, }',
    'own/b.json': rule('ACME-2', 'b-rule', { severity: '"hi"', target: '"vault"' }),
    'own/c.json': rule('ACME-3', 'c-rule', { require: all('{ "fact": "x1", "operator": "exists", "value": true }') }),
  };
  const { error } = await load(own, ['own/*.json', 'missing.json', 'nowhere/*.json', 'own/none*', 'o*/a.json']);
  expect(error).toBe(
    [
      'UsageError: nowhere/*.json: there is no folder nowhere',
      'own/none*: no file matches this pattern',
      'o*/a.json: a pattern may stand in the last part of a path only, such as folder/*.json',
      'missing.json: no such file',
      'own/a.json:1:12: expected a member name in double quotes (no comma stands before a closing brace)',
      'own/b.json:9:3: expected one of "critical", "high", "medium", "low", "info", got "hi"; did you mean "high"?',
      'own/c.json:10:26: unknown fact "x1" of recoveryPoint',
    ].join('\n'),
  );
});

test.each([
  ['BKP2', 'x-rule', 'own/x.json:9:3: the id "BKP2" is that of a rule that ships: give your own rule another'],
  ['ACME-1', 'tenth', 'own/x.json:10:3: the name "tenth" is that of a rule that ships: give your own rule another'],
])('an own rule that repeats a shipped one: %s %s', async (id, name, message) => {
  expect((await load({ 'own/x.json': rule(id, name) }, ['own/x.json'])).error).toBe(`UsageError: ${message}`);
});

test('two files of one id, though one of them is wrong otherwise too', async () => {
  const own = { 'own/x.json': rule('ACME-1', 'x-rule', { severity: '"hi"' }), 'own/y.json': rule('ACME-1', 'y-rule') };
  expect((await load(own, ['own/*.json'])).error?.split('\n')[1]).toBe(
    'own/y.json:9:3: the id "ACME-1" is also in own/x.json: each rule has its own',
  );
});

test('a value that AWS may have added is a warning in an own rule, an error in a shipped one', async () => {
  const text = rule('ACME-1', 'x-rule', {
    require: all('{ "fact": "Status", "operator": "equal", "value": "FROZEN" }'),
  });
  const known = '"COMPLETED", "PARTIAL", "DELETING", "EXPIRED", "AVAILABLE", "STOPPED", "CREATING"';
  const message = `no value "FROZEN" of "Status" is known; expected one of ${known}`;
  expect((await load({ 'own/x.json': text }, ['own/x.json'])).warnings).toEqual([`own/x.json:10:65: ${message}`]);
  expect((await load({ 'rules/x.json': text })).error).toBe(`UsageError: rules/x.json:10:65: ${message}`);
});

const mapped = (...names: readonly string[]) => {
  const members = names.map((name) => `"${name}": [{ "id": "CP-9", "basis": "judgement" }]`);
  return { frameworks: `{ ${members.join(', ')} }` };
};

test('a framework that nobody knows is a fault of a rule that ships, and a warning of the user', async () => {
  const strange = mapped('soc-2', 'nist-800-53-r4');
  const hint = 'unknown framework "nist-800-53-r4"; did you mean "nist-800-53-r5"?';
  const shippedOne = await load({ 'rules/c.json': rule('BKP3', 'third', strange) });
  expect(shippedOne.error).toBe(`UsageError: rules/c.json:11:70: ${hint}`);
  const own = await load({ 'own/x.json': rule('ACME-1', 'x-rule', strange) }, ['own/x.json']);
  expect(own.warnings).toEqual([`own/x.json:11:70: ${hint}`]);
  expect(own.ids).toContain('ACME-1 own own/x.json');
});
