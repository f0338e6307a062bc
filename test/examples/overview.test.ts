import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Result } from '../../src/result.ts';
import { runCli } from '../cli/run-cli.ts';

const root = resolve(import.meta.dirname, '../..');

async function scan(file: string, more: string) {
  const line = `scan -c examples/backuplint.json --preset all --inventory examples/${file} -f json -q`;
  const { code, stdout } = await runCli(`${line} --include pass,notApplicable${more}`, { cwd: root });
  return { code, result: Result.parse(JSON.parse(stdout)) };
}

test.each(['inventory.ndjson', 'lab.ndjson'])('an overview changes no outcome and no finding of %s', async (file) => {
  const without = await scan(file, '');
  const { code, result } = await scan(file, ',overview');
  const { overview, ...rest } = result;
  expect(JSON.stringify(rest)).toBe(JSON.stringify(without.result));
  expect(code).toBe(without.code);
  expect(overview?.cells.length).toBeGreaterThan(2);
});
