import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xmlText } from '../../src/reporters/junit/xml.ts';
import { junit } from '../../src/reporters/junit.ts';
import type { Finding } from '../../src/result.ts';
import { compared, estate } from './estate.ts';
import { activeRule, finding, gap, options, reportOf, resource } from './fixture.ts';
import { xmlElements } from './xml-elements.ts';

const rule = activeRule({ id: 'BKP102', name: 'minimum-retention' });
const textOf = (report: typeof estate) => [...junit(report, options)].join('');
/** The tests of the rules. */
const casesOf = (report: typeof estate) =>
  xmlElements(textOf(report))
    .filter(({ name, attributes }) => name === 'testcase' && attributes.classname !== 'backuplint')
    .map(({ attributes, inside }) => [attributes.name, ...inside]);

test.each([
  ['estate', estate],
  ['compared', reportOf(compared)],
])('the text is exact, and XML: %s', async (name, report) => {
  const text = textOf(report);
  expect(xmlElements(text)[0]?.name).toBe('testsuites');
  await expect(text).toMatchFileSnapshot(`expected/${name}.junit.xml`);
});

test.each([
  ['estate', estate],
  ['compared', reportOf(compared)],
  ['new only', reportOf({ ...compared, newOnly: true })],
])('the counts are those of the tests: %s', (_, report) => {
  const elements = xmlElements(textOf(report));
  const count = (...names: string[]) => elements.filter(({ name }) => names.includes(name)).length;
  const sum = (name: string, of: string) =>
    elements.filter((each) => each.name === of).reduce((total, { attributes }) => total + Number(attributes[name]), 0);
  for (const of of ['testsuite', 'testsuites']) {
    expect([sum('tests', of), sum('failures', of), sum('errors', of)]).toEqual([
      count('testcase'),
      count('failure'),
      count('error'),
    ]);
  }
  expect(sum('skipped', 'testsuite')).toBe(count('skipped'));
});

describe('what a test is', () => {
  const night = (name: string, over: Partial<Finding> = {}) =>
    finding(
      rule,
      resource(name, { kind: 'recoveryPoint', id: `arn:aws:backup:eu-west-1:111122223333:recovery-point:${name}` }),
      { fingerprint: 'f'.repeat(32), ...over },
    );
  const waiver = { at: 0, reason: 'old', owner: 'me', expires: '2027-01-01' };

  test('the points of one resource are one, and keep its name although other points come', () => {
    const tonight = casesOf(reportOf({ rules: [rule], findings: [night('a'), night('b')] }));
    expect(tonight).toEqual([[`recoveryPoint of RDS (fingerprint ${'f'.repeat(32)})`, 'failure']]);
    expect(casesOf(reportOf({ rules: [rule], findings: [night('c')] }))).toEqual(tonight);
  });

  test('a resource goes by its ARN, and by its name where the ARN does not have it', () => {
    const named = resource('orders', { id: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-1' });
    expect(
      casesOf(reportOf({ rules: [rule], findings: [resource('users'), named].map((each) => finding(rule, each)) })),
    ).toEqual([
      ['arn:aws:rds:eu-west-1:111122223333:db:users', 'failure'],
      ['orders (arn:aws:ec2:eu-west-1:111122223333:volume/vol-1)', 'failure'],
    ]);
  });

  test.each<[string, readonly Partial<Finding>[], string]>([
    ['one fails', [{ waiver }, { outcome: 'unknown' }, {}], 'failure'],
    ['one is unknown', [{ waiver }, { outcome: 'unknown' }], 'error'],
    ['all are waived', [{ waiver }, { waiver }], 'skipped'],
  ])('the worst of a group decides: %s', (_, overs, tag) => {
    const findings = overs.map((over, at) => night(String(at), over));
    expect(casesOf(reportOf({ rules: [rule], findings })).map(([, ...inside]) => inside)).toEqual([[tag]]);
  });

  test('a rule without findings is a test that passes; without targets one that is skipped, never none', () => {
    const pass = (parts: object) => casesOf(reportOf({ rules: [rule], ...parts }));
    expect(pass({ pass: 3 })).toEqual([['targets that pass', 'system-out']]);
    expect(pass({ notApplicable: 3 })).toEqual([['targets that pass', 'skipped']]);
  });

  test('where only new ones count, one of the baseline is skipped', () => {
    const old = { baseline: { state: 'unchanged', since: '2026-01-01T00:00:00.000Z' } } as const;
    const text = textOf(reportOf({ rules: [rule], findings: [night('a', old)], newOnly: true }));
    expect(text).toContain('<skipped message="in the baseline since 2026-01-01T00:00:00.000Z"/>');
    expect(text).not.toContain('<failure');
  });

  test('of many findings the first are named, and the others counted', () => {
    const text = textOf(reportOf({ rules: [rule], findings: Array.from({ length: 30 }, (_, at) => night(`n-${at}`)) }));
    expect(text).toContain('<failure message="n-0 is not good (and 29 more of the same group)" type="high">');
    expect(text).toContain(
      'recovery-point:n-19\n… and 10 more (all in --format json)\nFix: Mend minimum-retention</failure>',
    );
  });
});

describe('whether all was read is a test of its own', () => {
  const gaps = Array.from({ length: 25 }, (_, at) =>
    gap('ListCopyJobs', 'denied', { region: `r-${at}`, resource: 'x' }),
  );
  const firstOf = (report: typeof estate) =>
    xmlElements(textOf(report)).filter(
      ({ name, attributes }) => name === 'testcase' && attributes.classname === 'backuplint',
    );

  test('all was', () => {
    expect(firstOf(reportOf({ rules: [rule], pass: 1 }))).toMatchObject([
      { attributes: { name: 'all that the rules need was read' }, inside: ['system-out'] },
    ]);
  });

  test('not all was: an error, although every target that was seen passes', () => {
    const report = reportOf({ rules: [rule], pass: 1, gaps });
    expect(firstOf(report)).toMatchObject([
      { attributes: { name: 'all that the rules need was read' }, inside: ['error'] },
    ]);
    expect(textOf(report)).toContain('<testsuites name="backuplint" tests="2" failures="0" errors="1" time="0">');
    const text =
      xmlElements(textOf(report))
        .find(({ name }) => name === 'error')
        ?.text.split('\n') ?? [];
    expect([text[0], text.at(-1), text.length]).toEqual([
      'ListCopyJobs of x in 111122223333/r-0: denied',
      '… and 5 more (all in --format json)',
      21,
    ]);
  });
});

test('a finding of a rule that the result does not list is a bug, not a silent loss', () => {
  const report = reportOf({ rules: [], findings: [finding(rule, resource('a'))] });
  expect(() => textOf(report)).toThrow('a finding of BKP102');
});

test('any text stands in an attribute and in content, and comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const document = `<?xml version="1.0" encoding="UTF-8"?>\n<a b="${xmlText(text)}">${xmlText(text)}</a>`;
      const [element] = xmlElements(document);
      expect(element?.attributes.b).toBe(element?.text);
    }),
  );
  expect(
    xmlElements(`<?xml version="1.0" encoding="UTF-8"?>\n<a>${xmlText('<b> & ]]> "\ufffe\u0000\ud800')}</a>`)[0]?.text,
  ).toBe('<b> & ]]> "\\u{fffe}\\u{0}\\u{d800}');
});

test.each([
  '<a>',
  '<a></b>',
  '<a b="<"/>',
  '<a b="&"/>',
  '<a b="1" b="2"/>',
  '<a>&nbsp;</a>',
  '<a>]]></a>',
  '<a>\u0000</a>',
  '<a>\uffff</a>',
  '<a>\ud800</a>',
  '<a/><a/>',
  'x<a/>',
])('the check of XML can fail: %j', (text) => {
  expect(() => xmlElements(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`)).toThrow();
});

test('100,000 findings come in pieces', () => {
  const findings = Array.from({ length: 100_000 }, (_, at) => finding(rule, resource(`db-${at}`)));
  let longest = 0;
  let count = 0;
  for (const piece of junit(reportOf({ rules: [rule], findings }), options)) {
    longest = Math.max(longest, piece.length);
    count += 1;
  }
  expect(longest).toBeLessThan(2000);
  expect(count).toBeGreaterThan(100_000);
});
