import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { html } from '../../src/reporters/html.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import { estate } from '../reporters/estate.ts';
import { activeRule, finding, options, reportOf, resource } from '../reporters/fixture.ts';
import { attackedReport } from '../reporters/html/attacked.ts';
import { rich } from '../reporters/html/rich.ts';
import { overview } from '../reporters/html/shop.ts';
import { faintTexts, filterBy, filterTime, openAll, overflow, seen, seenNames, shown } from './asked.ts';
import type { BrowserPage, View } from './browser-page.ts';
import { type Browser, startBrowser } from './chromium.ts';

let browser: Browser | string = 'not started';
beforeAll(async () => {
  browser = await startBrowser();
});
beforeEach(({ skip }) => {
  if (typeof browser === 'string') skip(browser);
});
afterAll(async () => {
  if (typeof browser !== 'string') await browser.close();
});

const textOf = (report: Report): string => [...html(report, options)].join('');
const phone = { width: 390, height: 844 };
const laptop = { width: 1440, height: 900 };

async function opened<T>(markup: string, view: View, look: (page: BrowserPage) => Promise<T>): Promise<T> {
  if (typeof browser === 'string') throw new Error(browser);
  const page = await browser.open(markup, view);
  try {
    return await look(page);
  } finally {
    await page.close();
  }
}

const many = reportOf({
  rules: [activeRule({ id: 'BKP301', name: 'air-gapped-copy' })],
  findings: Array.from({ length: 10_000 }, (_, at) =>
    finding(activeRule({ id: 'BKP301', name: 'air-gapped-copy' }), resource(`database-${at}`)),
  ),
});
const accounts = Array.from({ length: 30 }, (_, at) => String(100000000000 + at));
/** Thirty accounts. */
const wide: Report = {
  ...rich,
  result: {
    ...rich.result,
    overview: {
      ...overview,
      cells: accounts.flatMap((accountId) => overview.cells.slice(0, 8).map((cell) => ({ ...cell, accountId }))),
    },
  },
};
const reports: readonly (readonly [string, Report])[] = [
  ['an estate with everything', rich],
  ['a result without overview', estate],
  ['more accounts than a table has columns', wide],
  ['names that attack', attackedReport('</script><img src=https://x.example onerror=alert(1)>', rich)],
  ['names without a place to break', attackedReport('x'.repeat(4096), rich)],
];

describe.each(reports)('%s', (_, report) => {
  test.each([
    ['a phone', phone],
    ['the narrowest that WCAG asks for', { width: 320, height: 640 }],
    ['a laptop', laptop],
    ['paper', { width: 688, height: 1000, media: 'print' as const }],
  ])('on %s nothing is cut off, loaded or complained of, folded or open', async (__, view) => {
    await opened(textOf(report), view, async (page) => {
      expect(await page.ask(overflow)).toEqual([0]);
      await page.ask(openAll);
      expect(await page.ask(overflow)).toEqual([0]);
      expect(page.requests).toEqual([]);
      expect(page.complaints).toEqual([]);
    });
  });
});

test('what the page would load, or run, is seen by these tests', async () => {
  const bad = textOf(rich).replace('<footer>', '<footer><img src="https://x.example/a.png">');
  await opened(bad, laptop, async (page) => {
    expect(page.complaints.join()).toMatch(/Content Security Policy/);
  });
  await opened(bad.replace(/<meta http-equiv[^>]*>/, ''), laptop, async (page) => {
    expect(page.requests).toEqual(['https://x.example/a.png']);
  });
});

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test.each([
    ['phone', phone],
    ['laptop', laptop],
  ])('every text on a %s can be told from what is behind it', async (_, size) => {
    await opened(textOf(rich), { ...size, scheme }, async (page) => {
      await page.ask(openAll);
      const { seen: texts, faint } = Object(await page.ask(faintTexts));
      expect(texts).toBeGreaterThan(1000);
      expect(faint).toEqual([]);
    });
  });

  test('a text that cannot is seen', async () => {
    await opened(textOf(rich), { ...laptop, scheme }, async (page) => {
      await page.ask(
        `document.querySelector('.kicker').style.color = 'gray'; document.querySelector('.kicker').style.backgroundColor = 'silver'`,
      );
      expect(Object(await page.ask(faintTexts)).faint).toHaveLength(1);
    });
  });
});

describe('without JavaScript', () => {
  const view = { ...phone, noScript: true as const };

  test('no control is there that would do nothing', async () => {
    await opened(textOf(rich), view, async (page) => {
      expect(await page.ask(seen('input, select, button'))).toBe(0);
    });
  });

  test('a finding is opened and read with the keyboard', async () => {
    await opened(textOf(rich), view, async (page) => {
      await page.ask(`document.querySelector('.rule > summary').focus()`);
      expect(await page.ask(seen('.finding'))).toBe(0);
      await page.press('Enter');
      expect(await page.ask(seen('.finding'))).toBeGreaterThan(0);
      await page.press('Tab');
      await page.press('Enter');
      expect(await page.ask(`document.activeElement.parentElement.querySelector('dl').innerText`)).toMatch(
        /It requires\s[\s\S]*count of matching recoveryPoints is 0, not ≥ 1[\s\S]*How to fix/,
      );
    });
  });
});

describe('the filters', () => {
  const look = (report: Report, ask: (page: BrowserPage) => Promise<void>) => opened(textOf(report), laptop, ask);

  test.each([
    [{ severity: 'low' }, '1 of 58 findings', ['Default']],
    [{ standing: 'waived', type: 'RDS' }, '1 of 58 findings', ['staging-db']],
    [{ baseline: 'new', rule: 'BKP002' }, '1 of 58 findings', ['batch-01']],
    [{ text: 'VOUCHERS region' }, '1 of 58 findings', ['vouchers']],
    [{ text: 'no such thing' }, '0 of 58 findings', []],
  ])('%o: %s', async (filters, count, names) => {
    await look(rich, async (page) => {
      expect(await page.ask(shown)).toBe('58 of 58 findings');
      await page.ask(filterBy(filters));
      expect(await page.ask(shown)).toBe(count);
      expect(await page.ask(seenNames)).toEqual(names);
    });
  });

  test('an order takes the findings out of their rules, and back', async () => {
    await look(rich, async (page) => {
      await page.ask(filterBy({ order: 'name' }));
      const names = await page.ask(seenNames);
      expect(names).toHaveLength(58);
      expect(names).toEqual(Array.isArray(names) && names.toSorted());
      expect(await page.ask(seen('.rule'))).toBe(0);
      await page.ask(
        `document.querySelector('#filters [type=reset]').click(); new Promise((resolve) => setTimeout(resolve, 200))`,
      );
      expect(await page.ask(seen('.rule'))).toBeGreaterThan(5);
      expect(await page.ask(seenNames)).toEqual([]);
    });
  });

  test('a number of the verdict, and a cell of a table, lead to their findings', async () => {
    await look(rich, async (page) => {
      await page.ask(`document.querySelector('[data-pick="severity=medium&standing=failing"]').click()`);
      expect(await page.ask(shown)).toBe('6 of 58 findings');
      await page.ask(`document.querySelector('[data-pick="type=FSx&account=777788889999"]').click()`);
      expect(await page.ask(`[location.hash, ${shown}]`)).toEqual(['#findings', '2 of 58 findings']);
    });
  });
});

test('the first thing that the keyboard comes to leads past the contents', async () => {
  await opened(textOf(rich), laptop, async (page) => {
    await page.press('Tab');
    expect(await page.ask('document.activeElement.textContent')).toBe('Skip to the verdict');
    expect(await page.ask(`getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid');
    await page.press('Enter');
    expect(await page.ask('document.activeElement.id')).toBe('main');
  });
});

describe('on paper', () => {
  test.each([
    ['with JavaScript', {}],
    ['without', { noScript: true as const }],
  ])('%s all is open, light, and without controls', async (_, over) => {
    await opened(textOf(rich), { width: 688, height: 1000, media: 'print', scheme: 'dark', ...over }, async (page) => {
      expect(await page.ask(seen('input, select, button, nav, .skip'))).toBe(0);
      expect(await page.ask(seen('.finding > dl'))).toBe(58);
      expect(await page.ask('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
      expect(Object(await page.ask(faintTexts)).faint).toEqual([]);
    });
  });

  test('many accounts take the long side of the paper, and nothing else does', async () => {
    const sides = async (report: Report) => {
      const pdf = await opened(textOf(report), laptop, (page) => page.pdf());
      const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      return new Set(boxes.map(([, width, height]) => (Number(width) > Number(height) ? 'landscape' : 'portrait')));
    };
    expect(await sides(wide)).toEqual(new Set(['portrait', 'landscape']));
    expect(await sides(rich)).toEqual(new Set(['portrait']));
  });

  test('it prints', async () => {
    const pdf = await opened(textOf(rich), laptop, (page) => page.pdf());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(5);
  });
});

test('10,000 findings', async ({ annotate }) => {
  const markup = textOf(many);
  await opened(markup, laptop, async (page) => {
    expect(await page.ask(shown)).toBe('2,000 of 2,000 findings');
    const filterMs = await page.ask(filterTime('database-77'));
    const size = (Buffer.byteLength(markup) / 1e6).toFixed(1);
    await annotate(`${size} MB, interactive after ${Math.round(page.loadMs)} ms, filtered in ${filterMs} ms`);
    expect(page.complaints).toEqual([]);
  });
});
