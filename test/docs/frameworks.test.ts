import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadFrameworks } from '../../src/data.ts';

test('docs/frameworks.md names each framework that rules may map to', () => {
  const page = readFileSync('docs/frameworks.md', 'utf8');
  const rows = Object.entries(loadFrameworks()).map(
    ([key, { name, version, url }]) => `| \`${key}\` | [${name}](${url}) | ${version} |`,
  );
  expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
});
