import { test } from 'vitest';
import { html } from '../../src/reporters/html.ts';
import { options } from '../reporters/fixture.ts';
import { rich } from '../reporters/html/rich.ts';
import { startBrowser } from './chromium.ts';

test('over', async () => {
  const browser = await startBrowser('/usr/bin/chromium');
  const text = [...html(rich, options)].join('');
  const page = await browser.open(text, { width: 390, height: 844 });
  console.log(await page.ask(`[...document.querySelectorAll('body *')].filter((e) => !e.closest('.scroll') && !e.closest('nav') && e.getBoundingClientRect().right > 391).slice(0, 12).map((e) => e.tagName + '.' + e.className + ' ' + e.getBoundingClientRect().right + ' ' + e.textContent.slice(0, 40)).join('\\n')`));
  console.log(await page.ask(`[...document.querySelectorAll('.unseen')].filter((e) => e.getBoundingClientRect().right > 391).slice(0,5).map((e) => e.parentNode.outerHTML.slice(0,200)).join('\\n')`));
  await browser.close();
}, 60000);
