import { expect, test } from 'vitest';
import { compactJson } from '../../src/commands/compact-json.ts';

test('what fits stands on one line, the rest is opened up; it stays the same JSON', () => {
  const value = {
    all: [
      { fact: 'usable', value: true },
      { fact: 'a "line"\nin a name', of: [1, 2.5, null] },
    ],
    not: {},
  };
  const text = compactJson(value, 40);
  expect(text.split('\n')).toEqual([
    '{',
    '  "all": [',
    '    { "fact": "usable", "value": true },',
    '    {',
    '      "fact": "a \\"line\\"\\nin a name",',
    '      "of": [ 1, 2.5, null ]',
    '    }',
    '  ],',
    '  "not": {}',
    '}',
  ]);
  expect(JSON.parse(text)).toEqual(value);
});
