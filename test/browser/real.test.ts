import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { startBrowser } from './chromium.ts';

test('real', async () => {
  const browser = await startBrowser('/usr/bin/chromium');
  const text = readFileSync(process.env.FILE ?? '/tmp/h/real.html', 'utf8');
  const page = await browser.open(text, { width: 1440, height: 1300 });
  console.log(await page.ask('[document.documentElement.scrollWidth, document.documentElement.scrollHeight, document.getElementById("shown").textContent].join()'), page.complaints.join());
  for (const [n, y] of [[0, 0], [1, '#coverage'], [2, '#findings'], [3, '#rules']] as const) {
    await page.ask(`scrollTo(0, ${typeof y === 'number' ? y : `document.querySelector('${y}').getBoundingClientRect().top + scrollY - 60`})`);
    await page.ask('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
    writeFileSync(`/tmp/h/real-${n}.png`, await page.screenshot());
  }
  await browser.close();
}, 120000);
