import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, verbatim } from '../../../src/reporters/html/markup.ts';
import { pick } from '../../../src/reporters/html/pick.ts';

test.each([
  ['the end of a script', '</script><script>alert(1)</script>', '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['an attribute that ends', `" onclick='x'`, '&quot; onclick=&#39;x&#39;'],
  ['an entity', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['an override of direction', 'a\u202eb', 'a\\u{202e}b'],
  ['half of a pair', 'a\ud800', 'a\\u{d800}'],
  ['a line break', 'a\nb', 'a b'],
])('%s is text', (_, text, shown) => {
  expect(html`<p title="${text}">${text}</p>`.markup).toBe(`<p title="${shown}">${shown}</p>`);
});

test('whatever the text, it neither opens nor ends anything, and hides nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { markup } = html`${text}`;
      expect(markup).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      expect(markup).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test('markup, lists of markup, numbers and nothing stand as they are', () => {
  const item = (text: string) => html`<li>${text}</li>`;
  expect(html`<ul>${['a', '<b>'].map(item)}</ul>${undefined}${3}${verbatim('<br>')}`.markup).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li></ul>3<br>',
  );
});

test('what a link picks comes back as the plain text that the filters hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (type) => {
      const picked = new URLSearchParams(pick({ type, account: 'a&b=c' }));
      expect(picked.get('account')).toBe('a&b=c');
      expect(html`${picked.get('type') ?? ''}`.markup).toBe(html`${type}`.markup);
    }),
  );
});
