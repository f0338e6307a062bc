import { expect, test } from 'vitest';
import { all, at, checked, ruleText } from './checked-text.ts';

const usable = '{ "fact": "usable", "operator": "equal", "value": true }';
const condition = 'expected a condition: { all: […] }, { any: […] }, { not: … } or { fact, operator, value }';
const path = "expected a path such as $.name, $['name'], $[0] or $.list.length; nothing else is allowed";
const literal = 'expected a string, a number, true, false, a list of these, or { fact, params?, path? }';

test.each([
  ['a member too many', ruleText({ '«requires': '1' }), 'unknown member "requires"; did you mean "require"?'],
  [
    'a priority',
    ruleText({ require: all('{ "fact": "usable", "operator": "equal", "value": true, «"priority": 1 }') }),
    'unknown member "priority"; expected one of "fact", "params", "path", "operator", "value"',
  ],
  ['a named condition', ruleText({ require: all('«{ "condition": "isUsable" }') }), condition],
  [
    'a member misspelt deep inside',
    ruleText({
      require: `{ "any": [{ "not": { "fact": "usable", «"oprator": "equal", "operator": "equal", "value": true } }] }`,
    }),
    'unknown member "oprator"; did you mean "operator"?',
  ],
  ['an empty all', ruleText({ require: '{ «"all": [] }' }), 'must not be empty'],
  [
    'an empty any in where',
    ruleText({
      require: all(
        '{ "fact": "count", "params": { "of": "copyJobs", "where": { «"any": [] } }, "operator": "equal", "value": 0 }',
      ),
    }),
    'must not be empty',
  ],
  ['not with a list', ruleText({ require: `{ «"not": [${usable}] }` }), condition],
  ['two groups in one', ruleText({ '«require': `{ "all": [${usable}], "any": [${usable}] }` }), condition],
  ['nothing', ruleText({ require: all('«{}') }), condition],
  [
    'no value',
    ruleText({ require: all('«{ "fact": "usable", "operator": "exists" }') }),
    'the member "value" is missing',
  ],
  ['null as value', ruleText({ require: all('{ "fact": "usable", "operator": "equal", «"value": null }') }), literal],
  [
    'a reference in a list',
    ruleText({ require: all('{ "fact": "region", "operator": "in", "value": [«{ "fact": "region" }] }') }),
    'expected a string, a number, true or false',
  ],
  [
    'a script as path',
    ruleText({ require: all('{ "fact": "vault", «"path": "$[?(@.a)]", "operator": "exists", "value": true }') }),
    path,
  ],
  [
    'a wildcard in a path',
    ruleText({ require: all('{ "fact": "vault", «"path": "$.a[*]", "operator": "exists", "value": true }') }),
    path,
  ],
  [
    'a path without $',
    ruleText({ require: all('{ "fact": "vault", «"path": ".lockState", "operator": "exists", "value": true }') }),
    path,
  ],
  [
    'take of half a record',
    ruleText({
      require: all(
        '{ "fact": "newest", "params": { "of": "copyJobs", «"take": 1.5 }, "operator": "exists", "value": true }',
      ),
    }),
    'expected a whole number, got 1.5',
  ],
  [
    'take of none',
    ruleText({
      require: all(
        '{ "fact": "newest", "params": { "of": "copyJobs", «"take": 0 }, "operator": "exists", "value": true }',
      ),
    }),
    'expected at least 1, got 0',
  ],
  [
    'an id in small letters',
    ruleText({ '«id': '"acme-1"' }),
    'expected an id such as BKP301 or ACME-12: 2 to 8 capitals, maybe a hyphen, 1 to 6 digits',
  ],
  ['a name in capitals', ruleText({ '«name': '"SomeRule"' }), 'expected a kebab-case name such as air-gapped-copy'],
  [
    'an unknown severity',
    ruleText({ '«severity': '"hihg"' }),
    'expected one of "critical", "high", "medium", "low", "info", got "hihg"; did you mean "high"?',
  ],
  ['a number as title', ruleText({ '«title': '5' }), 'expected a string, got 5'],
  ['no title', ruleText({ title: undefined }).replace('{', '«{'), 'the member "title" is missing'],
  ['no URL', ruleText({ references: '[«"docs"]' }), 'expected a URL'],
  [
    'an unknown basis',
    ruleText({ frameworks: '{ "nist": [{ "id": "CP-9", «"basis": "guess" }] }' }),
    'expected one of "published", "judgement", got "guess"',
  ],
  [
    'a parameter without description',
    ruleText({ parameters: '{ «"days": { "type": "number", "default": 1 } }' }),
    'the member "description" is missing',
  ],
  [
    'a parameter in capitals',
    ruleText({ parameters: '{ «"Days": { "type": "number", "default": 1, "description": "Days." } }' }),
    'expected a camelCase name: a small letter, then letters and digits',
  ],
  [
    'a text without text',
    ruleText({ message: `[«{ "when": { "all": [${usable}] } }]` }),
    'the member "text" is missing',
  ],
])('%s', async (_, text, message) => {
  const { faults, marks } = await checked(text);
  expect(faults[0]).toBe(at(marks, [message])[0]);
});

test('a list is no rule', async () => {
  expect((await checked('[]')).faults).toEqual(['rule.json:1:1: expected an object, got []']);
});

test('every mistake of a file, not the first alone', async () => {
  const { faults } = await checked(ruleText({ id: '"x"', severity: '"x"', target: '5', extra: '1' }));
  expect(faults.map((fault) => fault.split(':')[1])).toEqual(['8', '9', '10', '11']);
});

const parameter = (members: string) => ruleText({ parameters: `{ "p": { ${members}, "description": "It." } }` });

test.each([
  [parameter('"type": "number", «"default": "7"'), 'the default of "p": expected a number, got "7"'],
  [parameter('"type": "boolean", «"default": 1'), 'the default of "p": expected true or false, got 1'],
  [parameter('"type": "list", «"default": 7'), 'the default of "p": expected a list, got 7'],
  [parameter('"type": "number", «"default": 0, "minimum": 1'), 'the default of "p": expected at least 1, got 0'],
  [parameter('"type": "number", «"default": 9, "maximum": 8'), 'the default of "p": expected at most 8, got 9'],
  [
    parameter('"type": "string", «"default": "smal", "enum": ["small", "large"]'),
    'the default of "p": expected one of "small", "large", got "smal"; did you mean "small"?',
  ],
  [
    parameter('"type": "list", «"default": ["a", "c"], "enum": ["a", "b"]'),
    'the default of "p": in the list: expected one of "a", "b", got "c"',
  ],
  [parameter('"type": "number", "default": 5, «"minimum": 9, "maximum": 3'), 'the minimum of "p" is above its maximum'],
  [parameter('"type": "string", "default": "x", «"minimum": 1'), '"minimum" is for numbers, and "p" is a string'],
  [
    parameter('"type": "number", "default": 1, «"enum": [1, "2"]'),
    'the enum of "p" wants values of type number, got "2"',
  ],
])('%s', async (text, message) => {
  const { faults, marks } = await checked(text);
  expect(faults).toEqual(at(marks, [message]));
});
