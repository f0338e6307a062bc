import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleLines } from '../../scripts/example/example-lines.ts';
import { labLines } from '../../scripts/example/lab/lab-lines.ts';

test.each([
  ['inventory.ndjson', exampleLines],
  ['lab.ndjson', labLines],
] as const)('examples/%s is what scripts/example makes (UPDATE_EXAMPLES=1 writes it anew)', (name, lines) => {
  const file = new URL(`../../examples/${name}`, import.meta.url);
  const text = `${lines().join('\n')}\n`;
  if (process.env.UPDATE_EXAMPLES === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8') === text, 'run UPDATE_EXAMPLES=1 npx vitest run test/examples').toBe(true);
});

test('it is the same every time', () => {
  expect(exampleLines()).toEqual(exampleLines());
  expect(labLines()).toEqual(labLines());
});
