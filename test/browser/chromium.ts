import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** Undefined where this machine has none: the tests of the browser are then skipped. */
export const chromiumPath = [process.env.CHROMIUM, '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

type Answer = { readonly [member: string]: unknown };
type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Answer;
  readonly result?: Answer;
  readonly error?: unknown;
};

export type View = {
  readonly width: number;
  readonly height: number;
  readonly scheme?: 'light' | 'dark';
  readonly media?: 'print';
  readonly noScript?: true;
};

export type BrowserPage = {
  /** Evaluates an expression there, and gives its value. */
  readonly ask: (expression: string) => Promise<unknown>;
  readonly press: (key: string) => Promise<void>;
  readonly screenshot: (whole?: boolean) => Promise<Buffer>;
  readonly pdf: () => Promise<Buffer>;
  /** What the console and the policy of the page complained of. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

export type Browser = {
  readonly open: (markup: string, view: View) => Promise<BrowserPage>;
  readonly close: () => Promise<void>;
};

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--remote-debugging-pipe',
];

/** A browser of our own, spoken to through two pipes: no port, no library. */
export async function startBrowser(path: string): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'backuplint-chromium-'));
  const child = spawn(path, [...flags, `--user-data-dir=${join(folder, 'profile')}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const wire = wireOf(child);
  let pages = 0;
  return {
    open: async (markup, view) => {
      pages += 1;
      const file = join(folder, `${pages}.html`);
      writeFileSync(file, markup);
      return openPage(wire, pathToFileURL(file).href, view);
    },
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await wire.send('Browser.close');
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

type Wire = {
  readonly send: (method: string, params?: Answer, sessionId?: string) => Promise<Answer>;
  readonly on: (listen: (message: Message & { readonly sessionId?: string }) => void) => void;
};

/** Messages are JSON, each ended by a zero byte. */
function wireOf(child: ChildProcess): Wire {
  const [write, read] = [child.stdio[3], child.stdio[4]] as [Duplex, Duplex];
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: ((message: Message) => void)[] = [];
  let rest = '';
  read.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const message of parts.map((part): Message => JSON.parse(part))) {
      waiting.get(message.id ?? -1)?.(message);
      for (const listen of listeners) listen(message);
    }
  });
  let last = 0;
  return {
    on: (listen) => listeners.push(listen),
    send: (method, params = {}, sessionId) => {
      last += 1;
      const id = last;
      write.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result = {}, error }) => {
          waiting.delete(id);
          if (error === undefined) resolve(result);
          else reject(new Error(`${method}: ${JSON.stringify(error)}`));
        });
      });
    },
  };
}

async function openPage(wire: Wire, url: string, view: View): Promise<BrowserPage> {
  const { targetId } = await wire.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await wire.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, params: Answer = {}) => wire.send(method, params, String(sessionId));
  const complaints: string[] = [];
  const loaded = new Promise<void>((resolve) => {
    wire.on((message) => {
      if (message.sessionId !== sessionId) return;
      if (message.method === 'Page.loadEventFired') resolve();
      if (/^(Log\.entryAdded|Runtime\.(consoleAPICalled|exceptionThrown))$/.test(message.method ?? '')) {
        complaints.push(JSON.stringify(message.params));
      }
    });
  });
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`);
  await show(send, view);
  await send('Page.navigate', { url });
  await loaded;
  return pageOf(send, complaints, () => wire.send('Target.closeTarget', { targetId }));
}

type Send = (method: string, params?: Answer) => Promise<Answer>;

async function show(send: Send, { width, height, scheme = 'light', media, noScript }: View) {
  await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: width < 600 });
  await send('Emulation.setEmulatedMedia', {
    media: media ?? '',
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  if (noScript === true) await send('Emulation.setScriptExecutionDisabled', { value: true });
}

const pageOf = (send: Send, complaints: readonly string[], close: () => Promise<unknown>): BrowserPage => ({
  complaints,
  ask: async (expression) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as Answer).value;
  },
  press: async (key) => {
    const known = {
      key,
      code: key,
      windowsVirtualKeyCode: { Tab: 9, Enter: 13, ' ': 32 }[key] ?? 0,
      ...(key === 'Enter' ? { text: '\r' } : {}),
    };
    await send('Input.dispatchKeyEvent', { type: 'keyDown', ...known });
    await send('Input.dispatchKeyEvent', { type: 'keyUp', ...known });
  },
  screenshot: async (whole = false) => {
    const { data } = await send('Page.captureScreenshot', { captureBeyondViewport: whole, format: 'png' });
    return Buffer.from(String(data), 'base64');
  },
  pdf: async () => {
    const { data } = await send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: false,
      paperWidth: 8.27,
      paperHeight: 11.69,
    });
    return Buffer.from(String(data), 'base64');
  },
  close: async () => {
    await close();
  },
});
