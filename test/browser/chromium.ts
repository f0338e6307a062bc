import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { type BrowserPage, openPage, type View } from './browser-page.ts';
import { type Wire, wireOf } from './wire.ts';

export type Browser = {
  readonly open: (markup: string, view: View) => Promise<BrowserPage>;
  readonly close: () => Promise<void>;
};

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `details::details-content`, which opens what is folded on paper, came with it. */
const oldestVersion = 131;
const startMs = 20_000;

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  // Nothing goes out, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--remote-debugging-pipe',
];

/** A browser, or why there is none: a machine without one is no fault of the report. */
export async function startBrowser(named = process.env.CHROMIUM): Promise<Browser | string> {
  const path = (named === undefined ? places : [named]).find((each) => existsSync(each));
  if (path === undefined) return `no Chromium at ${named ?? places.join(', ')}: CHROMIUM names one`;
  const folder = mkdtempSync(join(tmpdir(), 'backuplint-chromium-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const child = spawn(path, [...flags, `--user-data-dir=${join(folder, 'profile')}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${path} does not start: ${error.message}`));
    child.once('exit', () => resolve(`${path} ended before it was ready`));
  });
  const wire = pipesOf(child);
  const late = new Promise<string>((resolve) => setTimeout(resolve, startMs, `${path} is not ready in time`).unref());
  const missing = await Promise.race([ended, late, ...(wire === undefined ? [] : [tooOld(wire, path)])]);
  if (missing === undefined && wire !== undefined) return browserOf(wire, { folder, ended, remove });
  child.kill('SIGKILL');
  await ended;
  remove();
  return missing ?? `${path} has no pipes`;
}

function pipesOf({ stdio: [, , , write, read] }: ChildProcess): Wire | undefined {
  return write instanceof Writable && read instanceof Readable ? wireOf(write, read) : undefined;
}

async function tooOld(wire: Wire, path: string): Promise<string | undefined> {
  const { product } = await wire.send('Browser.getVersion');
  const version = Number(/\/(\d+)/.exec(String(product))?.[1] ?? 0);
  return version < oldestVersion ? `${path} is ${product}, and ${oldestVersion} is the oldest that will do` : undefined;
}

type Around = { readonly folder: string; readonly ended: Promise<string>; readonly remove: () => void };

function browserOf(wire: Wire, { folder, ended, remove }: Around): Browser {
  let pages = 0;
  return {
    open: async (markup, view) => {
      pages += 1;
      const file = join(folder, `${pages}.html`);
      writeFileSync(file, markup);
      return openPage(wire, pathToFileURL(file).href, view);
    },
    close: async () => {
      await wire.send('Browser.close');
      await ended;
      remove();
    },
  };
}
