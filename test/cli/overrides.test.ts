import { describe, expect, test } from 'vitest';
import { Result } from '../../src/result.ts';
import { WhyResult } from '../../src/why-result.ts';
import { estate, folderWith, runCli } from './run-cli.ts';

const overrides = (match: object) => ({
  rules: { BKP102: { parameters: { minDays: 35 }, overrides: [{ match, parameters: { minDays: 14 } }] } },
});
const config = (match: object) => JSON.stringify(overrides(match));

/** One point that is kept for 20 days, in the vault `main`. */
const cwd = folderWith({
  'estate.ndjson': estate(20),
  'untagged.ndjson': estate(20).replace('"operation":"*"', '"operation":"ListBackupVaults"'),
  'vault.json': config({ vault: 'main' }),
  'other.json': config({ vault: 'other' }),
  'tags.json': config({ vault: 'main', tags: { tier: ['gold', 'silver'] } }),
});
const point = 'arn:aws:backup:eu-west-1:111122223333:recovery-point:0001';
const run = (line: string) => runCli(line, { cwd });
const text = async (line: string) => (await run(line)).stdout.replace(/\n +/g, ' ');

describe('a scan', () => {
  test('judges by the parameters that match, and shows them', async () => {
    const { code, stdout } = await run('-c vault.json --inventory estate.ndjson --verify all -f json');
    const { findings, rules } = Result.parse(JSON.parse(stdout));
    expect([code, findings]).toEqual([0, []]);
    expect(rules[0]).toMatchObject(overrides({ vault: 'main' }).rules.BKP102);
    expect((await run('-c other.json --inventory estate.ndjson --fail-on medium')).code).toBe(1);
  });

  test('cannot tell where it hangs on tags that were not read', async () => {
    const { code, stdout } = await run('-c tags.json --inventory untagged.ndjson --verify all -f json');
    const { findings } = Result.parse(JSON.parse(stdout));
    expect(code).toBe(3);
    expect(findings.map(({ outcome, message }) => [outcome, message.split('": ').at(-1)])).toEqual([
      ['unknown', 'GetResources in 111122223333/eu-west-1 was not read: collect it'],
    ]);
  });

  test('reads tags for the rule alone that asks for them', async () => {
    const { stdout } = await run('iam-policy -c tags.json');
    expect(stdout).toContain('tag:GetResources');
    expect((await run('iam-policy -c vault.json')).stdout).not.toContain('tag:GetResources');
  });
});

describe('why', () => {
  test('names the overrides that match, and no other', async () => {
    const shown = await text(`why ${point} -c vault.json --inventory estate.ndjson`);
    expect(shown).toContain('By the override for vault main: minDays 14');
    expect(shown).toContain('retentionDays is 20, which is ≥ 14 (minDays)');
    expect(await text(`why ${point} -c other.json --inventory estate.ndjson`)).not.toContain('override');
  });

  test('says where that is not known', async () => {
    const shown = await text(`why ${point} -c tags.json --inventory untagged.ndjson`);
    expect(shown).toContain('? MEDIUM BKP102 minimum-retention: cannot tell');
    expect(shown).toContain(
      'Perhaps by the override for vault main and tags tier=gold or silver: minDays 14. GetResources in 111122223333/eu-west-1 was not read: collect it',
    );
  });

  test('in JSON: the parameters that it was judged by', async () => {
    const { stdout } = await run(`why ${point} -c vault.json --inventory estate.ndjson -f json`);
    const [thing] = WhyResult.parse(JSON.parse(stdout)).things;
    expect(thing?.rules[0]).toMatchObject({
      parameters: { minDays: 14 },
      overrides: [{ match: { vault: 'main' }, parameters: { minDays: 14 }, holds: true, because: [] }],
    });
  });
});

test('explain tells them, and what they need', async () => {
  const shown = await text('explain BKP102 -c tags.json');
  expect(shown).toContain('minDays 14 for vault main and tags tier=gold or silver (by the config)');
  expect(shown).toContain('GetResources: tells whom overrides match');
});
