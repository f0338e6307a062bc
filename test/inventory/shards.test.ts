import { describe, expect, test } from 'vitest';
import { end, header, ireland, messageOf, ndjson, point, readText, vault } from './inventory-text.ts';

const noHeader = 'expected the shard header {"kind":"inventory",…}';
const later = { ...header, asOf: '2026-11-24T06:00:00Z' };
const coverage = { kind: 'coverage', ...ireland, operation: '*', status: 'ok' };

const summary = async (text: string) =>
  (await readText(text)).map(({ asOf, records, cutOff }) => [asOf?.slice(8, 10), records.length, cutOff]);

/** The files, and of each shard the day, the number of records, and whether it was cut off. */
const files: readonly (readonly [string, string, unknown])[] = [
  ['one shard', ndjson(header, point(), coverage, vault(), end(2)), [['23', 2, false]]],
  ['nothing but a header and its end', ndjson(header, end(0)), [['23', 0, false]]],
  [
    'two shards',
    ndjson(header, point(), end(1), later, end(0)),
    [
      ['23', 1, false],
      ['24', 0, false],
    ],
  ],
  ['no end', ndjson(header, point()), [['23', 1, true]]],
  ['an end that counts more', ndjson(header, point(), end(2)), [['23', 1, true]]],
  ['an end that counts less', ndjson(header, point(), point(), end(1)), [['23', 2, true]]],
  ['an end that counts coverage', ndjson(header, point(), coverage, end(2)), [['23', 1, true]]],
  [
    'a header before an end',
    ndjson(header, point(), later, end(0)),
    [
      ['23', 1, true],
      ['24', 0, false],
    ],
  ],
  ['no newline at the end', ndjson(header, point(), end(1)).trimEnd(), [['23', 1, false]]],
  ['half a line at the end', `${ndjson(header, point(), end(1))}{"kind":"cov`, [['23', 1, true]]],
  [
    'half a line before a header',
    `${ndjson(header, point())}{"kind":"reco${ndjson(later, end(0))}`,
    [
      ['23', 1, true],
      ['24', 0, false],
    ],
  ],
  [
    'half a header before a header',
    `${ndjson(header, end(0))}{"kind":"inventory","as${ndjson(later, end(0))}`,
    [
      ['23', 0, true],
      ['24', 0, false],
    ],
  ],
  [
    'halves of two files',
    `${ndjson(header)}{"kind"${ndjson(later)}{"kind":"inv${ndjson(header, end(0))}`,
    [
      ['23', 0, true],
      ['24', 0, true],
      ['23', 0, false],
    ],
  ],
  [
    'an end without newline before a header',
    `${ndjson(header)}${JSON.stringify(end(0))}${ndjson(later, end(0))}`,
    [
      ['23', 0, false],
      ['24', 0, false],
    ],
  ],
  ['blank lines', `\n\n${ndjson(header, '', '  ', point(), '\t', end(1))}\n`, [['23', 1, false]]],
  ['CRLF', ndjson(header, point(), end(1)).replaceAll('\n', '\r\n'), [['23', 1, false]]],
  [
    'byte order marks',
    `\uFEFF${ndjson(header, end(0))}\uFEFF${ndjson(later, end(0))}`,
    [
      ['23', 0, false],
      ['24', 0, false],
    ],
  ],
  [
    'members in another order',
    '{ "asOf": "2026-11-23T06:00:00Z", "scopes": [], "generator": "me", "kind": "inventory", "schemaVersion": 1, "note": 1 }\n{"records":0,"kind":"end"}\n',
    [['23', 0, false]],
  ],
];

test.each(files)('%s', async (_, text, shards) => {
  expect(await summary(text)).toEqual(shards);
});

const refused: readonly (readonly [string, string, string])[] = [
  ['records alone', ndjson(point(), vault(), end(2)), `stdin:1: ${noHeader} before any record, got "recoveryPoint"`],
  ['coverage alone', ndjson(coverage), `stdin:1: ${noHeader} before any record, got "coverage"`],
  ['an end alone', ndjson(end(0)), `stdin:1: ${noHeader} before any record, got "end"`],
  [
    'a record after the end',
    ndjson(header, end(0), '', point(), point()),
    `stdin:4: ${noHeader} after the end of a shard, got "recoveryPoint"`,
  ],
  ['a second end', ndjson(header, end(0), end(0)), `stdin:3: ${noHeader} after the end of a shard, got "end"`],
  [
    'half a header',
    '{"kind":"inventory","schema',
    'stdin:1: is cut off before the end of its first line: nothing of it can be used',
  ],
  [
    'half a header before a header',
    `{"kind":"inv${ndjson(header, end(0))}`,
    'stdin:1: is cut off before the end of its first line: nothing of it can be used',
  ],
  [
    'a newer version',
    ndjson({ ...header, schemaVersion: 2, scopes: 'all' }, { kind: 'moon' }, '{'),
    'stdin: made by a newer backuplint (schemaVersion 2; this version reads 1)',
  ],
  [
    'a newer version after ours',
    ndjson(header, end(0), { ...header, schemaVersion: 3 }, end(0)),
    'stdin: made by a newer backuplint (schemaVersion 3; this version reads 1)',
  ],
  ['nothing', '', 'stdin: is empty'],
  ['blank lines', ' \n\n\r\n', 'stdin: is empty'],
];

test.each(refused)('refused: %s', async (_, text, message) => {
  expect(await messageOf(readText(text))).toBe(message);
});

test('more than twenty faults are counted', async () => {
  const message = await messageOf(readText(ndjson(header, ...Array.from({ length: 25 }, () => ({ kind: 'moon' })))));
  expect(message.split('\n')).toHaveLength(21);
  expect(message).toMatch(/^stdin:2: unknown kind "moon"\n(.*\n)*stdin:21: .*\n… and 5 more$/);
});

describe('what a shard holds', () => {
  test('its time in canonical form, and a scope that only a line names', async () => {
    const [shard] = await readText(
      ndjson(
        { ...header, asOf: '2026-11-23T07:00:00+01:00' },
        { ...coverage, region: 'eu-central-1' },
        point(),
        end(1),
      ),
    );
    expect(shard?.asOf).toBe('2026-11-23T06:00:00.000Z');
    expect(shard?.scopes).toEqual([ireland, { ...ireland, region: 'eu-central-1' }]);
  });

  test('coverage, with its known members alone', async () => {
    const full = {
      ...coverage,
      operation: 'ListCopyJobs',
      resource: 'arn',
      items: 3,
      filters: { ByState: 'FAILED' },
      error: { name: 'A', message: '' },
    };
    const [shard] = await readText(
      ndjson(
        header,
        { ...full, later: 1, error: { ...full.error, later: 1 } },
        { ...coverage, resource: null, items: null },
        end(0),
      ),
    );
    const { kind: _, ...first } = full;
    const { kind: __, ...second } = coverage;
    expect(shard?.coverage).toStrictEqual([first, second]);
  });

  test.each([1, 2, 3, 7])('characters across chunks of %i bytes', async (chunk) => {
    const text = `\uFEFF${ndjson(header, point({ ResourceName: 'Büro 東京 🗄' }), end(1))}`;
    const [shard] = await readText(text, {}, chunk);
    expect(shard?.records[0]?.fields.ResourceName).toBe('Büro 東京 🗄');
    expect(shard?.cutOff).toBe(false);
  });
});
