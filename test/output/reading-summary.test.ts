import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { Coverage } from '../../src/inventory/record.ts';
import { notesTo } from '../../src/output/notes.ts';
import { readingSummary } from '../../src/output/reading-summary.ts';

type Summary = Parameters<typeof readingSummary>[0];

const summary = (parts: Partial<Summary> = {}): Summary => ({
  scopes: 2,
  scopesDone: 2,
  records: 12_345,
  throttles: 0,
  calls: new Map(),
  gaps: [],
  ...parts,
});

const gap = (parts: Partial<Coverage> = {}): Coverage => ({
  accountId: '111122223333',
  region: 'eu-west-1',
  operation: 'ListCopyJobs',
  status: 'denied',
  ...parts,
});

describe('the lines', () => {
  test.each<[what: string, parts: Partial<Summary>, seconds: number, lines: readonly string[]]>([
    ['nothing called', { records: 0 }, 0, ['read 2 scopes in 1 s: 0 records, 0 calls, 0 throttled']],
    [
      'all read',
      {
        calls: new Map([
          ['ListRestoreJobs', 1234],
          ['ListBackupVaults', 1],
        ]),
        throttles: 3,
      },
      95,
      ['read 2 scopes in 2 min: 12,345 records, 1,235 calls, 3 throttled', 'ListBackupVaults 1, ListRestoreJobs 1,234'],
    ],
    ['one scope', { scopes: 1, scopesDone: 1, records: 1 }, 4, ['read 1 scope in 4 s: 1 record, 0 calls, 0 throttled']],
    ['interrupted', { scopesDone: 1 }, 4, ['read 1 of 2 scopes in 4 s: 12,345 records, 0 calls, 0 throttled']],
    [
      'gaps, sorted',
      {
        gaps: [
          gap({
            region: 'eu-west-3',
            status: 'throttled',
            error: { name: 'ThrottlingException', message: 'Rate exceeded' },
          }),
          gap({ operation: '*', error: { name: 'AccessDenied', message: 'no' } }),
          gap({ operation: 'ListRecoveryPointsByBackupVault', resource: 'arn:vault', status: 'failed' }),
        ],
      },
      4,
      [
        'read 2 scopes in 4 s: 12,345 records, 0 calls, 0 throttled',
        'not read:',
        '- ListCopyJobs in 111122223333/eu-west-3: throttled (ThrottlingException: Rate exceeded)',
        '- ListRecoveryPointsByBackupVault of arn:vault in 111122223333/eu-west-1: failed',
        '- everything in 111122223333/eu-west-1: denied (AccessDenied: no)',
      ],
    ],
  ])('%s', (_, parts, seconds, lines) => {
    expect(readingSummary(summary(parts), seconds)).toEqual(lines);
  });
});

const gaps = (count: number): readonly Coverage[] =>
  Array.from({ length: count }, (_, index) => gap({ resource: `vault-${String(index).padStart(3, '0')}` })).reverse();

test.each<[count: number, named: number, last: string]>([
  [1, 1, '- ListCopyJobs of vault-000 in 111122223333/eu-west-1: denied'],
  [10, 10, '- ListCopyJobs of vault-009 in 111122223333/eu-west-1: denied'],
  [11, 10, 'and 1 more gap'],
  [1510, 10, 'and 1,500 more gaps'],
])('of %d gaps the first %d are named', (count, named, last) => {
  const lines = readingSummary(summary({ gaps: gaps(count) }), 1);
  expect(lines[1]).toBe('not read:');
  expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(named);
  expect(lines.at(-1)).toBe(last);
});

describe('other people’s words break no line', () => {
  test.each<[what: string, message: string, shown: string]>([
    ['line breaks', 'no\r\n::error::owned\u2028x', 'no \\u{3a}:error::owned x'],
    ['a terminal escape', '\u001b[2J\u001b]0;owned\u0007', '\\u{1b}[2J\\u{1b}]0;owned\\u{7}'],
    ['text from right to left', 'a\u202egnp', 'a\\u{202e}gnp'],
  ])('%s', async (_, message, shown) => {
    const stderr = new PassThrough();
    const { note } = notesTo({ stderr, cwd: '/work' }, { isQuiet: false, isVerbose: false, hasProgress: false });
    const denied = gap({ error: { name: 'AccessDenied', message } });
    for (const line of readingSummary(summary({ gaps: [denied] }), 1)) note(line);
    stderr.end();
    expect((await text(stderr)).split('\n')).toEqual([
      'read 2 scopes in 1 s: 12,345 records, 0 calls, 0 throttled',
      'not read:',
      `- ListCopyJobs in 111122223333/eu-west-1: denied (AccessDenied: ${shown})`,
      '',
    ]);
  });
});
