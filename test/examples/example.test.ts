import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleLines } from '../../scripts/example/example-lines.ts';

const file = new URL('../../examples/inventory.ndjson', import.meta.url);

test('examples/inventory.ndjson is what scripts/example makes (UPDATE_EXAMPLES=1 writes it anew)', () => {
  const text = `${exampleLines().join('\n')}\n`;
  if (process.env.UPDATE_EXAMPLES === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8') === text, 'run UPDATE_EXAMPLES=1 npx vitest run test/examples').toBe(true);
});

test('it is the same every time', () => {
  expect(exampleLines()).toEqual(exampleLines());
});
