import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { html } from '../../src/reporters/html.ts';
import { options } from '../reporters/fixture.ts';
import { rich } from '../reporters/html/rich.ts';
import { startBrowser } from './chromium.ts';

test('look', async () => {
  const browser = await startBrowser('/usr/bin/chromium');
  const text = [...html(rich, options)].join('');
  writeFileSync('/tmp/h/rich.html', text);
  const sizes = { phone: { width: 390, height: 844 }, laptop: { width: 1440, height: 900 } };
  for (const [name, size] of Object.entries(sizes)) for (const scheme of ['light', 'dark'] as const) {
    const page = await browser.open(text, { ...size, scheme });
    console.log(name, scheme, await page.ask('[document.documentElement.scrollWidth, document.documentElement.scrollHeight, document.getElementById("shown").textContent].join()'), page.complaints.join());
    if (process.env.OPEN) await page.ask('document.querySelectorAll(".rule").forEach((each, at) => { if (at < 2) { each.open = true; each.querySelector(".finding").open = true } })');
    const height = Number(await page.ask('document.documentElement.scrollHeight'));
    for (let y = 0, n = 0; y < height && n < 12; y += name === 'phone' ? 1688 : 1300, n += 1) {
      const part = await browser.open(text, { width: size.width, height: name === 'phone' ? 1688 : 1300, scheme });
      if (process.env.OPEN) await part.ask('document.querySelectorAll(".rule").forEach((each, at) => { if (at < 2) { each.open = true; each.querySelector(".finding").open = true } })');
      await part.ask(`document.querySelector('.top').style.position='static'; document.documentElement.style.scrollBehavior='auto'; scrollTo(0, ${y})`);
      await part.ask('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
      writeFileSync(`/tmp/h/look-${name}-${scheme}-${n}.png`, await part.screenshot());
      await part.close();
    }
    await page.close();
  }
  const page = await browser.open(text, { width: 1440, height: 900 });
  writeFileSync('/tmp/h/look.pdf', await page.pdf());
  await browser.close();
}, 120000);
