import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { callCount, duration, progressLine, type Reading, watch } from '../../src/output/progress.ts';

const reading = (parts: Partial<Reading> = {}): Reading => ({
  scopes: 12,
  scopesDone: 0,
  records: 0,
  throttles: 0,
  calls: new Map(),
  gaps: [],
  ...parts,
});
const calls = new Map([
  ['ListBackupVaults', 30],
  ['ListCopyJobs', 200],
]);

describe('the line', () => {
  test.each<[line: string, parts: Partial<Reading>, seconds: number]>([
    ['0/12 scopes, 0 records, 0 calls', {}, 0],
    ['0/1 scope, 0 records, 0 calls', { scopes: 1 }, 0],
    ['0/0 scopes, 0 records, 0 calls (0.0/s)', { scopes: 0 }, 5],
    ['0/12 scopes, 12,345 records, 230 calls', { calls, records: 12_345 }, 0.5],
    ['0/12 scopes, 1 record, 230 calls (230.0/s)', { calls, records: 1 }, 1],
    ['3/12 scopes, 0 records, 230 calls (14.2/s), about 49 s left', { scopesDone: 3, calls }, 16.2],
    [
      '3/12 scopes, 0 records, 230 calls (7.7/s), 4 throttled, about 2 min left',
      { scopesDone: 3, calls, throttles: 4 },
      30,
    ],
    ['1/12 scopes, 0 records, 0 calls (0.0/s), 1 gap, about 11 min left', { scopesDone: 1, gaps: [{}] }, 60],
    ['11/12 scopes, 0 records, 0 calls, 2 gaps, about 1 s left', { scopesDone: 11, gaps: [{}, {}] }, 0],
    ['12/12 scopes, 0 records, 230 calls (2.3/s)', { scopesDone: 12, calls }, 100],
  ])('%s', (line, parts, seconds) => {
    expect(progressLine(reading(parts), seconds)).toBe(line);
  });
});

test.each<[seconds: number, text: string]>([
  [0, '1 s'],
  [0.4, '1 s'],
  [1.5, '2 s'],
  [89.4, '89 s'],
  [90, '2 min'],
  [5399, '90 min'],
  [5400, '1.5 h'],
  [86_400, '24.0 h'],
])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test('calls are counted over all operations', () => {
  expect([callCount({ calls }), callCount({ calls: new Map() })]).toEqual([230, 0]);
});

describe('while it is watched', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-20T06:00:00.000Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watched(isErrorTty: boolean) {
    const written: string[] = [];
    const stderr = new Writable({
      write: (chunk, _, done) => {
        written.push(String(chunk));
        done();
      },
    });
    const state = { ...reading({ calls: new Map() }), scopesDone: 0, records: 0 };
    return { written, state, stop: watch(state, { stderr, isErrorTty, now: () => new Date() }) };
  }

  const unwrapped = (line: string): string => `\r\u001b[K\u001b[?7l${line}\u001b[?7h`;

  test('a terminal has one line that changes five times a second, and is gone in the end', () => {
    const { written, state, stop } = watched(true);
    vi.advanceTimersByTime(199);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1);
    state.records = 7;
    vi.advanceTimersByTime(800);
    expect(written).toEqual([
      unwrapped('0/12 scopes, 0 records, 0 calls'),
      ...Array.from({ length: 3 }, () => unwrapped('0/12 scopes, 7 records, 0 calls')),
      unwrapped('0/12 scopes, 7 records, 0 calls (0.0/s)'),
    ]);
    stop();
    expect(written.slice(5)).toEqual(['\r\u001b[K']);
    vi.advanceTimersByTime(60_000);
    expect(written).toHaveLength(6);
  });

  test('a log has a line every ten seconds, and nothing of a terminal in it', () => {
    const { written, state, stop } = watched(false);
    vi.advanceTimersByTime(9999);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1);
    state.scopesDone = 3;
    vi.advanceTimersByTime(10_000);
    stop();
    vi.advanceTimersByTime(60_000);
    expect(written).toEqual([
      '0/12 scopes, 0 records, 0 calls (0.0/s)\n',
      '3/12 scopes, 0 records, 0 calls (0.0/s), about 60 s left\n',
    ]);
  });

  test('a reading that is over before the first look says nothing', () => {
    const log = watched(false);
    log.stop();
    expect(log.written).toEqual([]);
    const terminal = watched(true);
    terminal.stop();
    expect(terminal.written).toEqual(['\r\u001b[K']);
  });
});
