import { describe, expect, test } from 'vitest';
import { html } from '../../../src/reporters/html.ts';
import { options } from '../fixture.ts';
import { attackedReport } from './attacked.ts';
import { rich } from './rich.ts';

const attacks = [
  '</script><script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  `" onclick="alert(1)" x='`,
  '<!--',
  ']]>',
  '&lt;script&gt;',
  '\u202egnp.exe\u2066\u200b',
  '\ud800',
  '\u0000\u0007',
  'javascript:alert(1)',
  'x'.repeat(4096),
];
const shapeOf = (text: string) => text.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g);
const plain = [...html(rich, options)].join('');

describe.each(attacks.map((attack) => [attack.slice(0, 40), attack] as const))('%j in every name', (_, attack) => {
  const text = [...html(attackedReport(attack, rich), options)].join('');
  const body = text.slice(text.indexOf('<body>'));

  test('opens no element and adds no attribute', () => {
    const elements = new Set(shapeOf(plain)?.map((tag) => tag.replace(/ (class|id|data-\w+)=""/g, '')));
    const others = shapeOf(body)?.filter((tag) => !elements.has(tag.replace(/ (class|id|data-\w+)=""/g, '')));
    expect(others?.filter((tag) => tag !== '<br>')).toEqual([]);
    expect(body.match(/<\/?script/g)).toHaveLength(2);
  });

  test('hides nothing, and is no link that runs', () => {
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(text).not.toMatch(/href="(?!#|https:\/\/)/);
  });
});
