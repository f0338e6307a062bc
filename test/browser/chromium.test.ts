import { expect, test } from 'vitest';
import { startBrowser } from './chromium.ts';

test.each([
  ['none', '/no/such/chromium', 'no Chromium at /no/such/chromium: CHROMIUM names one'],
  ['a program that is none', process.execPath, `${process.execPath} ended before it was ready`],
  ['no program', import.meta.dirname, expect.stringMatching(/does not start: /)],
])('of %s the tests say why they are skipped', async (_, path, reason) => {
  expect(await startBrowser(path)).toEqual(reason);
});
