import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { html } from '../../../src/reporters/html.ts';
import type { Report } from '../../../src/reporters/reporter.ts';
import { estate } from '../estate.ts';
import { options } from '../fixture.ts';
import { rich } from './rich.ts';

const textOf = (report: Report) => [...html(report, options)].join('');
const page = textOf(rich);
const between = (start: string, end: string) => page.slice(page.indexOf(start) + start.length, page.indexOf(end));
const all = (pattern: RegExp, text = page) => [...text.matchAll(pattern)].map(([, found = '']) => found);

test('the text is exact', async () => {
  await expect(textOf(estate)).toMatchFileSnapshot('../expected/estate.html');
});

test('same input, same bytes', () => {
  expect(textOf(structuredClone(rich))).toBe(page);
});

test('it comes in pieces: no finding waits for another', () => {
  const pieces = [...html(rich, options)];
  expect(pieces.filter((piece) => piece.includes('<details class="finding"')).length).toBe(rich.result.findings.length);
});

describe('the policy', () => {
  const [policy = ''] = all(/http-equiv="Content-Security-Policy" content="([^"]*)"/g);
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

  test('allows its own style and its own script, by their hashes, and nothing else', () => {
    expect(policy.split('; ')).toEqual([
      `default-src 'none'`,
      `style-src ${hash(between('<style>', '</style>'))}`,
      `script-src ${hash(between('<script>', '</script>'))}`,
      `base-uri 'none'`,
      `form-action 'none'`,
    ]);
  });

  test('is there before anything that it governs, and there is one of each', () => {
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
    expect([page.match(/<style/g), page.match(/<script/g)].map((found) => found?.length)).toEqual([1, 1]);
  });
});

test('nothing is loaded, and no attribute is style or script', () => {
  const body = page.slice(page.indexOf('<body>'), page.indexOf('<script>'));
  expect(body).not.toMatch(/<(img|link|iframe|object|embed|image|use|video|audio|base)\b/);
  expect(body).not.toMatch(/\s(style|src|srcset|action|formaction|on\w+)=/);
  expect(
    all(/href="([^"]*)"/g).filter((href) => !/^(#[\w-]+|https:\/\/docs\.aws\.amazon\.com\/\S+)$/.test(href)),
  ).toEqual([]);
});

test('every link inside the page leads somewhere, and no id is there twice', () => {
  const ids = all(/\sid="([^"]*)"/g);
  expect(ids.toSorted()).toEqual([...new Set(ids)].sort());
  expect(all(/href="#([^"]*)"/g).filter((id) => !ids.includes(id))).toEqual([]);
  expect(all(/aria-labelledby="([^"]*)"/g).filter((id) => !ids.includes(id))).toEqual([]);
});

test('it can be found one’s way in: language, title, landmarks, heads of tables, names of pictures', () => {
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).toContain('<title>AWS Backup, 2026-11-20: backuplint report</title>');
  for (const landmark of ['<header class="top">', '<nav aria-label="Contents">', '<main id="main"', '<footer>']) {
    expect(page.split(landmark)).toHaveLength(2);
  }
  expect(page.match(/<h1/g)).toHaveLength(1);
  expect(page).toMatch(/<body>\n<a class="skip" href="#main">/);
  expect(all(/<th([ >][^>]*)/g).filter((head) => !/scope="(col|row)"/.test(head))).toEqual([]);
  expect(all(/<svg ([^>]*)/g).filter((picture) => !/aria-label="[^"]+"|aria-hidden="true"/.test(picture))).toEqual([]);
});

test('no two classes run into each other: each is one that the style has', () => {
  const used = new Set(
    all(/\sclass="([^"]*)"/g, page.slice(page.indexOf('<body>'))).flatMap((classes) => classes.split(' ')),
  );
  const style = between('<style>', '</style>');
  const plain = ['high', 'updated'];
  expect([...used].filter((name) => !style.includes(`.${name}`) && !plain.includes(name))).toEqual([]);
});

test('every element that opens closes, in order', () => {
  for (const text of [page, textOf(estate)]) {
    const open: string[] = [];
    for (const [tag, end, name = '', , self] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)\b([^>]*?)(\/?)>/g)) {
      if (/^(meta|br|input)$/.test(name) || self === '/') continue;
      if (end === '') open.push(name);
      else expect(`${tag} closes ${open.pop()}`).toBe(`</${name}> closes ${name}`);
    }
    expect(open).toEqual([]);
  }
});

test('controls that need the script are hidden until it shows them', () => {
  expect(page).toContain('<form id="filters" class="filters" hidden ');
  expect(page.match(/<(select|input|button)/g)?.length).toBeGreaterThan(5);
  expect(between('<form', '</form>').match(/<(select|input|button)/g)).toEqual(page.match(/<(select|input|button)/g));
});

test('without an overview one line says so, and what it would have filled is not there', () => {
  const text = textOf(estate);
  expect(text).toContain('This result has no overview of the estate');
  expect(text).not.toMatch(/id="(headline|coverage|age|vaults|restores|copies|waivers)"/);
  expect(page).not.toContain('no overview of the estate');
});
