import { describe, expect, test } from 'vitest';
import { estate, folderWith, runCli } from './run-cli.ts';

const idsOf = (stdout: string): readonly string[] => JSON.parse(stdout).map(({ id }: { readonly id: string }) => id);

describe('--framework', () => {
  test('keeps the rules that the framework asks for', async () => {
    const { stdout } = await runCli('rules --preset all --framework iso-27001-2022 --format json');
    expect(idsOf(stdout)).toEqual(['BKP102', 'BKP301', 'BKP401']);
  });

  test('is known, or the nearest name is told', async () => {
    const { code, stderr } = await runCli('rules --framework iso-27001-2023');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'error: unknown framework "iso-27001-2023"; did you mean "iso-27001-2022"?\n',
    });
  });
});

describe('a scan by no rule', () => {
  test('is refused: it would look like a good one', async () => {
    const cwd = folderWith({ 'backuplint.json': '{ "category": "x" }', 'inventory.ndjson': estate(7) });
    const { code, stdout, stderr } = await runCli('scan --inventory inventory.ndjson', { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'error: backuplint.json: no rule is in force; add "extends": ["recommended"], or name rules in "rules"\n',
    );
  });

  test('does not keep explain from explaining', async () => {
    const cwd = folderWith({ 'backuplint.json': '{ "extends": [] }' });
    expect((await runCli('explain BKP301', { cwd })).code).toBe(0);
  });
});
