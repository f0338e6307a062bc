import { expect, test } from 'vitest';
import { physicalLocation } from '../../src/reporters/sarif/location.ts';
import { activeRule } from './fixture.ts';

const region = { startLine: 4, startColumn: 5, endLine: 4, endColumn: 22 };
const at = (file: string) => ({ file, region });
const none = { uri: 'backuplint.json', line: 1 };

const located = (over: Parameters<typeof activeRule>[1], root = '/repo') => {
  const location = physicalLocation(activeRule({ id: 'BKP301', name: 'air-gapped-copy' }, over), root);
  expect(location.artifactLocation?.uriBaseId).toBe('SRCROOT');
  return { uri: location.artifactLocation?.uri, line: location.region?.startLine };
};

test.each([
  [
    'an own rule: its require',
    { origin: 'own', requirePlace: at('/repo/backup-rules/mine.json') } as const,
    { uri: 'backup-rules/mine.json', line: 4 },
  ],
  [
    'an own rule that the config enables: its require',
    { origin: 'own', requirePlace: at('/repo/r.json'), enabledAt: at('/repo/c.json') } as const,
    { uri: 'r.json', line: 4 },
  ],
  [
    'a shipped rule: where the config enables it',
    { enabledAt: at('/repo/ci/backuplint.json') },
    { uri: 'ci/backuplint.json', line: 4 },
  ],
  ['a shipped rule without a config', {}, none],
  ['a config outside the repository', { enabledAt: at('/etc/backuplint.json') }, none],
  ['a config beside the repository', { enabledAt: at('/repo2/backuplint.json') }, none],
  ['an own rule outside the repository', { origin: 'own', requirePlace: at('/home/me/rule.json') } as const, none],
  ['the root itself', { enabledAt: at('/repo') }, none],
])('%s', (_, over, expected) => {
  expect(located(over)).toEqual(expected);
});

test.each([
  ['a file.json', 'a%20file.json'],
  ['#1/100%.json', '%231/100%25.json'],
  ['règles/規則.json', 'r%C3%A8gles/%E8%A6%8F%E5%89%87.json'],
  ['c:d/e?.json', 'c%3Ad/e%3F.json'],
  ['back\\slash.json', 'back%5Cslash.json'],
  ['..rules/x.json', '..rules/x.json'],
  ['half\ud800.json', 'half%EF%BF%BD.json'],
  ['a/../b.json', 'b.json'],
])('a file named %j', (name, uri) => {
  expect(located({ enabledAt: at(`/repo/${name}`) })).toEqual({ uri, line: 4 });
});

test('the region of the place is kept whole; where there is no file, the line alone', () => {
  const rule = { id: 'BKP301', name: 'air-gapped-copy' };
  expect(physicalLocation(activeRule(rule, { enabledAt: at('/repo/x.json') }), '/repo').region).toEqual(region);
  expect(physicalLocation(activeRule(rule), '/repo').region).toEqual({ startLine: 1 });
});

test('the root of the file system is a root like any other', () => {
  expect(located({ enabledAt: at('/x.json') }, '/')).toEqual({ uri: 'x.json', line: 4 });
});

test('the text of the place is shown, and the lines around it', () => {
  const text = '"BKP301": "high"';
  const around = { startLine: 2, endLine: 6, text: 'five lines' };
  const rule = { id: 'BKP301', name: 'air-gapped-copy' };
  const shown = (place: object) =>
    physicalLocation(activeRule(rule, { enabledAt: { ...at('/repo/x.json'), ...place } }), '/repo');
  expect(shown({ text, around })).toMatchObject({
    region: { ...region, snippet: { text } },
    contextRegion: { startLine: 2, endLine: 6, snippet: { text: 'five lines' } },
  });
  expect(shown({ text }).contextRegion).toBeUndefined();
});
