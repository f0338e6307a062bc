import { describe, expect, test } from 'vitest';
import { dark, grounds, heats, light, type Scheme, texts } from '../../../src/reporters/html/palette.ts';
import { stylesheet } from '../../../src/reporters/html/stylesheet.ts';

/** WCAG 2.2: relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});

const schemes: readonly (readonly [string, Scheme])[] = [
  ['light', light],
  ['dark', dark],
];

describe.each(schemes)('%s', (_, scheme) => {
  test.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    '%s on %s can be read',
    (text, ground) => {
      expect(contrast(scheme[text], scheme[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(heats)('ink on %s can be read', (heat) => {
    expect(contrast(scheme.ink, scheme[heat])).toBeGreaterThanOrEqual(4.5);
  });

  test('what is marked by a line of its own can be told from the paper', () => {
    for (const token of ['focus', 'hatch', 'on-time', 'lost', 'none'] as const) {
      expect(contrast(scheme[token], scheme.paper)).toBeGreaterThanOrEqual(3);
    }
  });

  test('more heat is more contrast to the paper', () => {
    const steps = heats.map((heat) => contrast(scheme[heat], scheme.paper));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });
});

test('the style names no colour but by its token, and loads nothing', () => {
  const rest = stylesheet.replace(/:root \{[^}]*\}/g, '');
  expect(rest).not.toMatch(/#[0-9a-f]{3,8}\b(?! calc)/i);
  expect(rest).not.toMatch(/rgb|hsl|url\(|@import|@font-face/);
  const used = [...rest.matchAll(/var\(--([\w-]+)\)/g)].map(([, token]) => token);
  expect(used.filter((token) => token === undefined || !(token in light))).toEqual([]);
});

test('text is coloured by the tokens that are held to a contrast', () => {
  const coloured = [...stylesheet.matchAll(/[{;\s]color: var\(--([\w-]+)\)/g)].map(([, token]) => token ?? '');
  expect(coloured.length).toBeGreaterThan(20);
  const held: readonly string[] = [...texts, ...grounds];
  expect(coloured.filter((token) => !held.includes(token))).toEqual([]);
});
