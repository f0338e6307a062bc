import type { Readable, Writable } from 'node:stream';

export type Answer = { readonly [member: string]: unknown };
export type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Answer;
  readonly result?: Answer;
  readonly error?: unknown;
  readonly sessionId?: string;
};
export type Send = (method: string, params?: Answer, sessionId?: string) => Promise<Answer>;
export type Wire = { readonly send: Send; readonly on: (listen: (message: Message) => void) => void };

/** The protocol of Chromium's developer tools over two pipes: messages are JSON, each ended by a zero byte. */
export function wireOf(write: Writable, read: Readable): Wire {
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
  // Once it has gone nobody reads: whoever waits is told by the process's end.
  write.on('error', () => {});
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
