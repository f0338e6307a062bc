import type { ServerResponse } from 'node:http';
import type { LostAnswer, TextAnswer } from './answer.ts';

/** Writes an answer, or loses it as it says. */
export function send(response: ServerResponse, answer: TextAnswer | LostAnswer, requestId: string): void {
  if (answer.kind === 'reset') response.destroy();
  if (answer.kind === 'cut') cut(response, answer.of);
  if (answer.kind === 'text') {
    response.writeHead(answer.status, { ...answer.headers, 'x-amzn-requestid': requestId, ...lengthOf(answer) });
    response.end(answer.body);
  }
}

/** A fault of the server's own reaches the client as one, with its stack. */
export function sendBug(response: ServerResponse, error: unknown): void {
  const text = error instanceof Error ? error.stack : String(error);
  if (response.headersSent) response.destroy();
  else response.writeHead(500).end(JSON.stringify({ message: `the test server failed: ${text}` }));
}

function cut(response: ServerResponse, answer: TextAnswer): void {
  response.writeHead(answer.status, { ...answer.headers, ...lengthOf(answer) });
  response.write(answer.body.slice(0, Math.ceil(answer.body.length / 2)), () => response.destroy());
}

const lengthOf = ({ body }: TextAnswer) => ({ 'content-length': Buffer.byteLength(body) });
