import { describe, expect, test } from 'vitest';
import { layerOf } from '../../src/config/config-layer.ts';
import { UsageError } from '../../src/errors.ts';
import { parseJsonFile } from '../../src/json-file.ts';
import type { RuleSettings } from '../../src/rules/rule-settings.ts';
import { selectRules } from '../../src/rules/select-rules.ts';
import { loadedRule } from './loaded-rule.ts';

const parameters = {
  maxAgeDays: { type: 'number', default: 7, minimum: 1, maximum: 90, description: 'Days.' },
  mode: { type: 'string', default: 'all', enum: ['all', 'some'], description: 'Mode.' },
  regions: { type: 'list', default: ['*'], description: 'Regions.' },
  strict: { type: 'boolean', default: false, description: 'Strict.' },
} as const;

const shipped = [
  loadedRule('BKP2', 'second', { parameters }),
  loadedRule('BKP1', 'first'),
  loadedRule('BKP3', 'third'),
];
const own = loadedRule('ACME-1', 'mine', { origin: 'own' });
const presets = new Map([
  ['recommended', ['BKP1', 'BKP2']],
  ['strict', ['BKP2', 'BKP3']],
]);

/** A config file as readConfig gives it, from its text. */
function fileOf(text: string, name = 'backuplint.json'): RuleSettings {
  const { layer, faults } = layerOf(parseJsonFile(name, text, 'jsonc'));
  if (layer === undefined || faults.length > 0) throw new Error(JSON.stringify(faults));
  return layer;
}

const configOf = (text: string | readonly string[]): readonly RuleSettings[] =>
  typeof text === 'string' ? [fileOf(text)] : text.map((each, index) => fileOf(each, `${index + 1}.json`));

type Flags = { readonly preset?: readonly string[]; readonly rule?: readonly string[] };
const select = (config: string | readonly string[] | undefined, flags: Flags = {}, loaded = shipped) =>
  selectRules({ loaded, presets, config: config === undefined ? undefined : configOf(config), flags });
const ids = (...given: Parameters<typeof select>) => select(...given).map(({ rule }) => rule.id);

test.each([
  ['nothing said: the recommended ones', undefined, {}, ['BKP1', 'BKP2']],
  ['--preset', undefined, { preset: ['strict'] }, ['BKP2', 'BKP3']],
  ['two presets, one rule once', undefined, { preset: ['strict', 'recommended'] }, ['BKP1', 'BKP2', 'BKP3']],
  [
    '--rule: exactly these, by id or name, each once',
    undefined,
    { rule: ['third', 'BKP1', 'first'] },
    ['BKP1', 'BKP3'],
  ],
  ['--rule beside --preset', undefined, { preset: ['strict'], rule: ['BKP1'] }, ['BKP1']],
  ['a config that extends nothing', '{}', {}, []],
  ['extends', '{ "extends": ["strict"] }', {}, ['BKP2', 'BKP3']],
  ['--preset in place of extends', '{ "extends": ["strict"] }', { preset: ['recommended'] }, ['BKP1', 'BKP2']],
  ['a rule off, by name', '{ "extends": ["strict"], "rules": { "second": "off" } }', {}, ['BKP3']],
  ['a severity turns a rule on', '{ "rules": { "BKP3": "low" } }', {}, ['BKP3']],
  ['an object turns a rule on', '{ "rules": { "third": {} } }', {}, ['BKP3']],
  ['off stays off under --preset', '{ "rules": { "BKP2": "off" } }', { preset: ['strict'] }, ['BKP3']],
  ['--rule runs even what is off', '{ "rules": { "BKP2": "off" } }', { rule: ['BKP2'] }, ['BKP2']],
])('%s', (_, config, flags, expected) => {
  expect(ids(config, flags)).toEqual(expected);
});

test.each([
  ['{ "extends": ["strict"] }', {}, ['ACME-1', 'BKP2', 'BKP3']],
  ['{ "rules": { "mine": "off", "BKP1": {} } }', {}, ['BKP1']],
  [undefined, {}, ['ACME-1']],
  [undefined, { preset: ['recommended'] }, ['ACME-1', 'BKP1', 'BKP2']],
  [undefined, { rule: ['BKP3'] }, ['BKP3']],
])('own rules are on unless the config says off: %s %j', (config, flags, expected) => {
  expect(ids(config, flags, [...shipped, own])).toEqual(expected);
});

test('severity and parameters of the config, over the defaults of the rule', () => {
  const [first, second] = select(
    '{ "extends": ["recommended"], "rules": { "BKP2": { "severity": "low", "parameters": { "maxAgeDays": 3, "regions": [] } }, "first": "high" } }',
  );
  expect([first?.severity, first?.parameters]).toEqual(['high', {}]);
  expect([second?.severity, second?.parameters]).toEqual([
    'low',
    { maxAgeDays: 3, mode: 'all', regions: [], strict: false },
  ]);
  const off = '{ "rules": { "BKP2": "off" } }';
  expect(select(off, { rule: ['BKP2'] })[0]?.severity).toBe('medium');
});

const config = '{ "extends": ["strict", "recommended"],\n  "rules": { "third": "low",\n    "BKP1": {} } }';

test.each([
  ['the extends element that brings it, the first of two', config, {}, { BKP1: '3:5', BKP2: '1:15', BKP3: '2:14' }],
  [
    'no line of the config for what --preset brings',
    config,
    { preset: ['strict'] },
    { BKP1: '3:5', BKP2: undefined, BKP3: '2:14' },
  ],
  ['with --rule too', config, { rule: ['BKP2'] }, { BKP2: '1:15' }],
  ['no config', undefined, {}, { BKP1: undefined, BKP2: undefined }],
])('enabledAt: %s', (_, text, flags, expected) => {
  const places = select(text, flags).map(({ rule, enabledAt }) => [
    rule.id,
    enabledAt && `${enabledAt.region.startLine}:${enabledAt.region.startColumn}`,
  ]);
  expect(Object.fromEntries(places)).toEqual(expected);
});

test('overrides, as written', () => {
  const first = { match: { vault: 'main', tags: { tier: ['gold', 'silver'] } }, parameters: { maxAgeDays: 3 } };
  const second = { match: { accountId: '1111*' }, parameters: { mode: 'some' } };
  const text = JSON.stringify({ rules: { BKP2: { overrides: [first, second] }, BKP1: { overrides: [] } } });
  const [none, both] = select(text);
  expect(both?.overrides).toEqual([first, second]);
  expect(none).not.toHaveProperty('overrides');
});

describe('files that a config extends come before it', () => {
  const base = `{ "extends": ["recommended"],
    "rules": { "BKP2": { "severity": "low", "parameters": { "maxAgeDays": 3, "mode": "some" },
      "overrides": [{ "match": { "vault": "a" }, "parameters": { "strict": true } }] },
    "third": "high" } }`;

  test('an entry goes over that of the base, part by part; its overrides come after', () => {
    const more = '{ "match": { "vault": "b" }, "parameters": { "maxAgeDays": 1 } }';
    const own = `{ "rules": { "second": { "parameters": { "maxAgeDays": 9 }, "overrides": [${more}] } } }`;
    const [, second] = select([base, own]);
    expect(second).toMatchObject({
      severity: 'low',
      parameters: { maxAgeDays: 9, mode: 'some', regions: ['*'], strict: false },
      overrides: [
        { match: { vault: 'a' }, parameters: { strict: true } },
        { match: { vault: 'b' }, parameters: { maxAgeDays: 1 } },
      ],
      enabledAt: { file: '2.json' },
    });
  });

  test.each<[string, string, readonly string[]]>([
    ['off', '{ "rules": { "second": "off" } }', ['BKP1', 'BKP3']],
    ['off in the base, on again', '{ "rules": { "BKP3": {} } }', ['BKP1', 'BKP2', 'BKP3']],
    ['more presets', '{ "extends": ["strict"] }', ['BKP1', 'BKP2', 'BKP3']],
  ])('%s', (_, own, expected) => {
    expect(ids([base.replace('"high"', own.includes('BKP3') ? '"off"' : '"high"'), own])).toEqual(expected);
  });

  test('a severity alone keeps the rest of the base', () => {
    const [, second] = select([base, '{ "rules": { "BKP2": "critical" } }']);
    expect([second?.severity, second?.parameters.maxAgeDays, second?.overrides?.length]).toEqual(['critical', 3, 1]);
  });

  test('each rule is enabled by a line of the file that says so, the nearest where several do', () => {
    const places = (own: string) =>
      select([base, own]).map(({ enabledAt }) => `${enabledAt?.file}:${enabledAt?.region.startLine}`);
    expect(places('{}')).toEqual(['1.json:1', '1.json:2', '1.json:4']);
    expect(places('{\n"extends": ["strict",\n"recommended"] }')).toEqual(['2.json:3', '1.json:2', '1.json:4']);
    expect(places('{ "rules": {\n\n "first": "low" } }')).toEqual(['2.json:3', '1.json:2', '1.json:4']);
  });

  test('one entry a rule is for each file; faults name the file', () => {
    expect(() => select(['{ "rules": { "BKP2": {} } }', '{ "rules": { "second": {} } }'])).not.toThrow();
    expect(() => select(['{ "extends": ["x"] }', '{ "rules": { "y": {} } }'])).toThrow(
      /^1\.json:1:15: unknown preset "x".*\n2\.json:1:14: unknown rule "y"/,
    );
  });
});

const override = (text: string) => `{ "rules": { "BKP2": { "overrides": [${text}] } } }`;

const parameter = (text: string) => `{ "rules": { "BKP2": { "parameters": { ${text} } } } }`;

test.each([
  ['{ "extends": ["strct"] }', 'backuplint.json:1:15: unknown preset "strct"; did you mean "strict"?'],
  ['{ "rules": { "BKP9": "off" } }', 'backuplint.json:1:14: unknown rule "BKP9"; did you mean "BKP1"?'],
  [
    '{ "rules": { "BKP2": "off",\n "second": {} } }',
    'backuplint.json:2:2: "BKP2" and "second" are one rule: keep one entry',
  ],
  [
    '{ "rules": { "BKP1": { "parameters": { "x": 1 } } } }',
    'backuplint.json:1:40: BKP1 has no parameter "x": it has none',
  ],
  [parameter('"maxAgeDay": 1'), 'backuplint.json:1:40: BKP2 has no parameter "maxAgeDay"; did you mean "maxAgeDays"?'],
  [parameter('"maxAgeDays": "3"'), 'backuplint.json:1:40: "maxAgeDays" of BKP2: expected a number, got "3"'],
  [parameter('"maxAgeDays": 0'), 'backuplint.json:1:40: "maxAgeDays" of BKP2: expected at least 1, got 0'],
  [parameter('"maxAgeDays": 91'), 'backuplint.json:1:40: "maxAgeDays" of BKP2: expected at most 90, got 91'],
  [
    parameter('"mode": "sone"'),
    'backuplint.json:1:40: "mode" of BKP2: expected one of "all", "some", got "sone"; did you mean "some"?',
  ],
  [parameter('"regions": "eu-west-1"'), 'backuplint.json:1:40: "regions" of BKP2: expected a list, got "eu-west-1"'],
  [parameter('"regions": [1]'), 'backuplint.json:1:40: "regions" of BKP2: in the list: expected a string, got 1'],
  [parameter('"strict": null'), 'backuplint.json:1:40: "strict" of BKP2: expected true or false, got null'],
  [
    override('{ "match": { "vault": "a" }, "parameters": { "maxAgeDay": 1 } }'),
    'backuplint.json:1:83: BKP2 has no parameter "maxAgeDay"; did you mean "maxAgeDays"?',
  ],
  [
    override('{ "match": { "vault": "a" }, "parameters": { "maxAgeDays": 91 } }'),
    'backuplint.json:1:83: "maxAgeDays" of BKP2: expected at most 90, got 91',
  ],
  [
    override('{ "match": {}, "parameters": {} }'),
    'backuplint.json:1:40: an empty match: name one of id, vault, resourceType, accountId, region, tags',
  ],
  [
    override('{ "match": { "tags": {} }, "parameters": {} }'),
    'backuplint.json:1:40: an empty match: name one of id, vault, resourceType, accountId, region, tags',
  ],
])('refused: %s', (text, message) => {
  expect(() => select(text)).toThrow(new UsageError(message));
});

test('a match by what no target of the rule has', () => {
  const vaults = loadedRule('BKP4', 'fourth', { parameters });
  const fourth = { ...vaults, rule: { ...vaults.rule, target: ['backupPlan', 'backupVault'] } };
  const text = (match: string) => `{ "rules": { "BKP4": { "overrides": [{ "match": ${match}, "parameters": {} }] } } }`;
  const never =
    'backuplint.json:1:51: "resourceType" never matches: a backupPlan or backupVault, which BKP4 judges, has none';
  expect(() => select(text('{ "resourceType": "EBS" }'), {}, [fourth])).toThrow(new UsageError(never));
  expect(() => select(text('{ "vault": "a", "tags": { "a": "b" } }'), {}, [fourth])).not.toThrow();
});

test('all faults of the config at once', () => {
  expect(() => select('{ "extends": ["a"], "rules": { "b": "off", "c": "low" } }')).toThrow(/"a".*"b".*"c"/s);
});

test.each([
  [{ preset: ['recomended'] }, 'unknown preset "recomended"; did you mean "recommended"?'],
  [{ rule: ['secnd'] }, 'unknown rule "secnd"; did you mean "second"?'],
])('a flag that names nothing: %j', (flags, message) => {
  expect(() => select(undefined, flags)).toThrow(new UsageError(message));
});
