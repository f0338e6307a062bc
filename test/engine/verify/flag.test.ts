import { join } from 'node:path';
import { expect, test } from 'vitest';
import { estate, folderWith, runCli } from '../../cli/run-cli.ts';

const scan = (flags: string) => {
  const folder = folderWith({ 'inventory.ndjson': estate(7) });
  return runCli(`scan --inventory ${join(folder, 'inventory.ndjson')} --rule BKP102 -v ${flags}`);
};

test.each([
  ['', '1 verdict verified by json-rules-engine'],
  ['--verify sample', '1 verdict verified by json-rules-engine'],
  ['--verify all', '1 verdict verified by json-rules-engine'],
  ['--verify off', '0 verdicts verified by json-rules-engine'],
])('scan %s', async (flags, said) => {
  const { code, stderr } = await scan(flags);
  expect([code, stderr.split('\n').includes(said)]).toEqual([0, true]);
});

test('another word is refused', async () => {
  const { code, stderr } = await scan('--verify some');
  expect([code, stderr]).toEqual([2, 'error: unknown verify mode "some"; expected one of "all", "sample", "off"\n']);
});
