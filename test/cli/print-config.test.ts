import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from './run-cli.ts';

const cwd = folderWith({
  'org/base.json': `{
  "extends": ["ransomware"],
  "rules": {
    "BKP113": "off",
    "minimum-retention": { "severity": "critical", "parameters": { "minDays": 60 } }
  },
  "waivers": "waivers.json",
  "scope": { "roleName": "reader", "copyAccounts": ["777788889999"] }
}`,
  'backuplint.json': `{
  "extends": ["recommended", "./org/base.json"],
  "rules": {
    "BKP102": {
      "severity": "high",
      "overrides": [
        { "match": { "accountId": "1111*", "tags": { "env": ["dev", "test*"] } }, "parameters": { "minDays": 14 } }
      ]
    },
    "BKP309": "low"
  },
  "resourceTypes": { "FSx": { "airGappedVault": true } },
  "scope": { "regions": ["eu-west-1", "us-east-1"] },
  "failOn": "low"
}`,
});

/** What the command says of each name: from where, and what. */
async function printed(flags: string, folder = cwd): Promise<{ readonly [name: string]: readonly string[] }> {
  const { code, stdout, stderr } = await runCli(`scan --print-config ${flags}`, { cwd: folder, columns: 60 });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [head = '', ...lines] = stdout.trimEnd().split('\n');
  expect(head).toMatch(/^NAME +FROM +VALUE$/);
  const told: { [name: string]: string[] } = {};
  for (const [name = '', from, value] of lines.map((line) => line.split(/ {2,}/))) {
    told[name] = [...(told[name] ?? []), `${from}: ${value}`];
  }
  return told;
}

describe('--print-config', () => {
  test('tells each value, and the line of the file that has the last word', async () => {
    expect(await printed('')).toMatchObject({
      files: ['backuplint.json:2: org/base.json', 'default: backuplint.json'],
      extends: ['org/base.json:2: ransomware', 'backuplint.json:2: recommended'],
      category: ['default: backuplint'],
      failOn: ['backuplint.json:14: low'],
      waivers: ['org/base.json:7: org/waivers.json'],
      'scope.regions': ['backuplint.json:13: eu-west-1, us-east-1'],
      'scope.roleName': ['org/base.json:8: reader'],
      'scope.copyAccounts': ['org/base.json:8: 777788889999'],
      'resourceTypes.FSx.airGappedVault': ['backuplint.json:12: true'],
      'rules.BKP102': ['backuplint.json:4: on (minimum-retention)'],
      'rules.BKP102.severity': ['backuplint.json:5: high'],
      'rules.BKP102.parameters.minDays': ['org/base.json:5: 60'],
      'rules.BKP102.overrides': ['backuplint.json:7: minDays 14 where accountId 1111* and tags env=dev or test*'],
      'rules.BKP113': ['org/base.json:4: off (no-expired-points)'],
      'rules.BKP311': ['org/base.json:2: on (three-two-one)'],
      'rules.BKP311.severity': ['default: high'],
      'rules.BKP309.severity': ['backuplint.json:10: low'],
      'rules.BKP401': ['backuplint.json:2: on (restore-test-validated)'],
    });
  });

  test('of a rule that is off there is no more to tell, and of what nobody says nothing', async () => {
    const names = Object.keys(await printed(''));
    expect(names.filter((name) => name.startsWith('rules.BKP113'))).toEqual(['rules.BKP113']);
    expect(names).not.toContain('maxWaiverDays');
    expect(names).not.toContain('scope.accounts');
    expect(names.some((name) => name.startsWith('flags'))).toBe(false);
  });

  test('flags go before the config', async () => {
    const flags = '--fail-on medium --region eu-central-1 --org --waivers w.json --preset recommended --new-only';
    const told = await printed(flags);
    expect(told).toMatchObject({
      extends: ['--preset: recommended'],
      failOn: ['--fail-on: medium'],
      waivers: ['--waivers: w.json'],
      'scope.regions': ['--region: eu-central-1'],
      'flags.org': ['--org: true'],
      'flags.new-only': ['--new-only: true'],
      'rules.BKP401': ['--preset: on (restore-test-validated)'],
      'rules.BKP102': ['backuplint.json:4: on (minimum-retention)'],
    });
    expect(Object.keys(told)).not.toContain('rules.BKP311');
  });

  test('--rule puts in force what the config does not, and the other way round', async () => {
    const told = await printed('--rule BKP113');
    expect(told['rules.BKP113']).toEqual(['--rule: on (no-expired-points)']);
    expect(told['rules.BKP102']).toEqual(['--rule: off (minimum-retention)']);
    expect(Object.keys(told)).not.toContain('rules.BKP311');
  });

  test('without a config: the recommended rules by default', async () => {
    const told = await printed('', folderWith({}));
    expect(told).toMatchObject({ extends: ['default: recommended'], failOn: ['default: high'] });
    expect(told['rules.BKP102']).toEqual(['default: on (minimum-retention)']);
    expect(told.files).toBeUndefined();
  });

  test('as JSON where the report would be JSON', async () => {
    const { stdout } = await runCli('--print-config -f json -c backuplint.json', { cwd });
    const { files, rules, failOn } = JSON.parse(stdout);
    expect(files.at(-1)).toEqual({ value: 'backuplint.json', from: '--config' });
    expect(failOn).toEqual({ value: 'low', from: 'backuplint.json:14' });
    expect(rules.BKP102).toEqual({
      name: 'minimum-retention',
      inForce: { value: true, from: 'backuplint.json:4' },
      severity: { value: 'high', from: 'backuplint.json:5' },
      parameters: { minDays: { value: 60, from: 'org/base.json:5' } },
      overrides: [
        {
          match: { accountId: '1111*', tags: { env: ['dev', 'test*'] } },
          parameters: { minDays: 14 },
          from: 'backuplint.json:7',
        },
      ],
    });
  });

  test('reads no inventory and writes no report', async () => {
    await printed('--inventory nowhere.ndjson -f sarif=out.sarif');
    expect(existsSync(join(cwd, 'out.sarif'))).toBe(false);
  });

  test('a flag that is wrong is refused all the same', async () => {
    expect(await runCli('--print-config --fail-on hihg', { cwd })).toMatchObject({ code: 2, stdout: '' });
  });
});
