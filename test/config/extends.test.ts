import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { folderWith } from '../cli/run-cli.ts';
import { loadConfig } from './load-config.ts';

type Files = { readonly [path: string]: string };

/** The config at `backuplint.json`, and the folder that it is in. */
async function loaded(files: Files) {
  const folder = folderWith(files);
  const config = await loadConfig(undefined, folder);
  if (config === undefined) throw new Error('no backuplint.json');
  return { folder, config, names: config.layers.map(({ file }) => file.slice(folder.length + 1)) };
}

describe('a config may extend others', () => {
  test('what each brings comes before it, in the order written, itself last', async () => {
    const { names, config } = await loaded({
      'backuplint.json': '{ "extends": ["./a.json", "recommended", "org/b.jsonc"] }',
      'a.json': '{ "extends": ["ransomware"] }',
      'org/b.jsonc': '{ // comments here too\n "extends": ["../c.json", "all"] }',
      'c.json': '{}',
    });
    expect(names).toEqual(['a.json', 'c.json', 'org/b.jsonc', 'backuplint.json']);
    const presets = config.layers.map((layer) => layer.presets.map(({ name, at }) => `${name} ${at}`));
    expect(presets).toEqual([['ransomware /extends/0'], [], ['all /extends/1'], ['recommended /extends/1']]);
  });

  test('a file that comes in by two ways counts once, the first time', async () => {
    const { names } = await loaded({
      'backuplint.json': '{ "extends": ["./a.json", "./b.json", "./a.json"] }',
      'a.json': '{ "extends": ["./base.json"] }',
      'b.json': '{ "extends": ["./base.json"] }',
      'base.json': '{}',
    });
    expect(names).toEqual(['base.json', 'a.json', 'b.json', 'backuplint.json']);
  });

  test('tables are merged, rule files joined, the rest is replaced; places are those of the file that says it', async () => {
    const { config, folder } = await loaded({
      'ci/base.json': `{ "failOn": "low", "category": "base", "maxWaiverDays": 30,
        "ruleFiles": ["own/*.json", "../shared.json"],
        "resourceTypes": { "FSx": { "airGappedVault": true, "malwareScan": true }, "RDS": { "malwareScan": true } },
        "accountAliases": { "111122223333": "prod", "444455556666": "lab" },
        "scope": { "regions": ["eu-west-1"], "roleName": "reader" } }`,
      'backuplint.json': `{ "extends": ["./ci/base.json"], "failOn": "never",
        "ruleFiles": ["./shared.json", "mine.json"],
        "resourceTypes": { "FSx": { "airGappedVault": false } },
        "accountAliases": { "444455556666": "test" },
        "scope": { "regions": ["us-east-1"] } }`,
    });
    const { layers, file, placeOf, ...said } = config;
    expect(said).toEqual({
      failOn: 'never',
      category: 'base',
      maxWaiverDays: 30,
      ruleFiles: ['ci/own/*.json', 'shared.json', 'mine.json'].map((name) => join(folder, name)),
      resourceTypes: { FSx: { airGappedVault: false, malwareScan: true }, RDS: { malwareScan: true } },
      accountAliases: { '111122223333': 'prod', '444455556666': 'test' },
      scope: { regions: ['us-east-1'], roleName: 'reader' },
    });
    const placed = (pointer: string) =>
      `${placeOf(pointer).file.slice(folder.length)}:${placeOf(pointer).region.startLine}`;
    expect(placed('/category')).toBe('/ci/base.json:1');
    expect(placed('/failOn')).toBe('/backuplint.json:1');
    expect(placed('/resourceTypes/FSx/malwareScan')).toBe('/ci/base.json:3');
    expect(placed('/resourceTypes/FSx/airGappedVault')).toBe('/backuplint.json:3');
    expect(placed('/nowhere')).toBe('/backuplint.json:1');
  });

  test('an absolute path is one too', async () => {
    const elsewhere = folderWith({ 'org.json': '{ "category": "org" }' });
    const { config } = await loaded({ 'backuplint.json': JSON.stringify({ extends: [join(elsewhere, 'org.json')] }) });
    expect(config.category).toBe('org');
  });
});

describe('refused', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'a config that extends itself',
      { 'backuplint.json': '{ "extends": ["./backuplint.json"] }' },
      ['backuplint.json:1:15: a config must not extend itself: backuplint.json → backuplint.json'],
    ],
    [
      'by way of others, with the chain',
      {
        'backuplint.json': '{ "extends": ["./a.json"] }',
        'a.json': '{ "extends": ["all",\n"./x/b.json"] }',
        'x/b.json': '{ "extends": ["../a.json"] }',
      },
      ['x/b.json:1:15: a config must not extend itself: a.json → x/b.json → a.json'],
    ],
    [
      'a file that is not there, and a folder, at the element that names them',
      { 'backuplint.json': '{ "extends": [\n"./org.json",\n"./dir.json"] }', 'dir.json/x': '' },
      [
        'backuplint.json:2:1: "./org.json": no such file',
        'backuplint.json:3:1: "./dir.json": this is a folder: name a file, or a pattern such as folder/*.json',
      ],
    ],
    [
      'an address',
      { 'backuplint.json': '{ "extends": ["https://example.com/base.json"] }' },
      [
        'backuplint.json:1:15: "https://example.com/base.json": a config is extended by its path, and nothing is fetched',
      ],
    ],
    [
      'all faults of all files at once',
      {
        'backuplint.json': '{ "extends": ["./a.json", "./b.json"], "failOn": "x" }',
        'a.json': '{ "categry": "a" }',
        'b.json': '{ "extends": ["./c.json"',
        'c.json': '[]',
      },
      [
        'backuplint.json:1:40: expected one of "critical", "high", "medium", "low", "info", "never", got "x"',
        'a.json:1:3: unknown member "categry"; did you mean "category"?',
        'b.json:1:25: expected a closing bracket: ]',
      ],
    ],
  ])('%s', async (_, files, faults) => {
    const folder = folderWith(files);
    const error: unknown = await loadConfig(undefined, folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error).replaceAll(`${folder}/`, '')).toBe(`UsageError: ${faults.join('\n')}`);
  });

  test('a circle through a link', async () => {
    const folder = folderWith({ 'backuplint.json': '{ "extends": ["./loop/backuplint.json"] }' });
    symlinkSync(folder, join(folder, 'loop'));
    await expect(loadConfig(undefined, folder)).rejects.toThrow('a config must not extend itself');
  });
});
