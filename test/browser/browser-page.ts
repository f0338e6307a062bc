import type { Answer, Message, Wire } from './wire.ts';

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
  readonly screenshot: () => Promise<Buffer>;
  readonly pdf: () => Promise<Buffer>;
  /** What the console and the policy of the page complained of. */
  readonly complaints: readonly string[];
  /** What it asked for beside itself. */
  readonly requests: readonly string[];
  /** From the navigation to the end of loading, scripts run. */
  readonly loadMs: number;
  readonly close: () => Promise<void>;
};

type Send = (method: string, params?: Answer) => Promise<Answer>;

export async function openPage(wire: Wire, url: string, view: View): Promise<BrowserPage> {
  const { targetId } = await wire.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await wire.send('Target.attachToTarget', { targetId, flatten: true });
  const send: Send = (method, params = {}) => wire.send(method, params, String(sessionId));
  const complaints: string[] = [];
  const requests: string[] = [];
  const loaded = new Promise<void>((resolve) => {
    wire.on((message) => {
      if (message.sessionId !== sessionId) return;
      if (message.method === 'Page.loadEventFired') resolve();
      complaints.push(...complaintOf(message));
      requests.push(...requestOf(message).filter((requested) => requested !== url));
    });
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`);
  await show(send, view);
  const start = performance.now();
  await send('Page.navigate', { url });
  await loaded;
  const loadMs = performance.now() - start;
  return {
    ...actions(send),
    complaints,
    requests,
    loadMs,
    close: async () => void (await wire.send('Target.closeTarget', { targetId })),
  };
}

const complaining = /^(Log\.entryAdded|Runtime\.(consoleAPICalled|exceptionThrown)|Page\.javascriptDialogOpening)$/;

const complaintOf = ({ method = '', params }: Message): readonly string[] =>
  complaining.test(method) ? [`${method} ${JSON.stringify(params)}`] : [];

function requestOf({ method, params }: Message): readonly string[] {
  if (method !== 'Network.requestWillBeSent') return [];
  const request = params?.request;
  const url = typeof request === 'object' && request !== null && 'url' in request ? request.url : undefined;
  return [String(url)];
}

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

const keyCodes: { readonly [key: string]: number } = { Tab: 9, Enter: 13, ' ': 32 };

function actions(send: Send): Pick<BrowserPage, 'ask' | 'press' | 'screenshot' | 'pdf'> {
  return {
    ask: async (expression) => {
      const asked = { expression, returnByValue: true, awaitPromise: true, userGesture: true };
      const { result, exceptionDetails } = await send('Runtime.evaluate', asked);
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return typeof result === 'object' && result !== null && 'value' in result ? result.value : undefined;
    },
    press: async (key) => {
      const known = {
        key,
        code: key,
        windowsVirtualKeyCode: keyCodes[key] ?? 0,
        ...(key === 'Enter' ? { text: '\r' } : {}),
      };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...known });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...known });
    },
    screenshot: async () => bytesOf(await send('Page.captureScreenshot', { format: 'png' })),
    pdf: async () =>
      bytesOf(await send('Page.printToPDF', { preferCSSPageSize: true, paperWidth: 8.27, paperHeight: 11.69 })),
  };
}

const bytesOf = ({ data }: Answer): Buffer => Buffer.from(String(data), 'base64');
