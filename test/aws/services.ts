import { accountHandlers } from './account.ts';
import { AwsError } from './aws-error.ts';
import { backupHandlers } from './backup/handlers.ts';
import type { Handler, Handlers } from './handler.ts';
import { organizationsHandlers } from './organizations.ts';
import { stsHandlers } from './sts.ts';
import { taggingHandlers } from './tagging.ts';

/** By the name that a request is signed with. */
const services: { readonly [service: string]: Handlers } = {
  account: accountHandlers,
  backup: backupHandlers,
  organizations: organizationsHandlers,
  sts: stsHandlers,
  tagging: taggingHandlers,
};

/** Undefined for what the server does not know, and for all that writes. */
export function handlerOf(service: string, operation: string): Handler | undefined {
  const handlers = services[service] ?? {};
  return Object.hasOwn(handlers, operation) ? handlers[operation] : undefined;
}

export const refusal = (): AwsError =>
  new AwsError('UnknownOperationException', 'This server has no such operation: it answers some reads alone.');
