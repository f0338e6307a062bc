import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPresets } from '../../src/rules/presets.ts';
import { inTempFolder } from './checked-text.ts';
import { loadedRule } from './loaded-rule.ts';

const rules = [
  loadedRule('BKP1', 'first'),
  loadedRule('BKP2', 'second'),
  loadedRule('ACME-1', 'mine', { origin: 'own' }),
];

const presets = (files: { readonly [name: string]: string }) =>
  inTempFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    try {
      return [...(await loadPresets(folder, rules))];
    } catch (error) {
      return String(error).replaceAll(`${folder}/`, '');
    }
  });

const preset = (name: string, members: string) =>
  `{ "name": "${name}", "description": "Some rules.", "rules": ${members} }`;

test('the ids of each preset, by id or name; * is all that ship', async () => {
  const files = { 'all.json': preset('all', '"*"'), 'few.json': preset('few', '["second", "BKP1"]') };
  expect(await presets(files)).toEqual([
    ['all', ['BKP1', 'BKP2']],
    ['few', ['BKP2', 'BKP1']],
  ]);
});

test('all faults of all presets at once', async () => {
  const files = {
    'a.json': preset('b', '["BKP3", "mine"]'),
    'c.json': preset('c', '[]'),
    'd.json': preset('d', '"all"'),
    'e.json': '{ "name": "e", "desc": "", "rules": "*" }',
    'f.json': '[',
  };
  expect(await presets(files)).toBe(
    [
      'UsageError: a.json:1:3: expected "a", the name of the file',
      'a.json:1:56: unknown rule "BKP3"; did you mean "BKP1"?',
      'a.json:1:64: unknown rule "mine"; expected one of "BKP1", "first", "BKP2", "second"',
      'c.json:1:46: must not be empty',
      'd.json:1:46: expected a list of rules, or "*" for all',
      'e.json:1:1: the member "description" is missing',
      'e.json:1:16: unknown member "desc"; expected one of "$schema", "name", "description", "rules"',
      'f.json:1:2: expected a closing bracket: ]',
    ].join('\n'),
  );
});
