import type { IncomingMessage } from 'node:http';
import { apiName, backupRoutes } from './backup/routes.ts';
import { type Call, refused } from './call.ts';
import type { Params } from './options.ts';
import { isFields } from './wire.ts';

type Asked = { readonly operation: string; readonly params: Params };

/** Who asks what: the service and the Region stand in the signature, the account in the key. */
export function readCall(request: IncomingMessage, body: string, caller: string, index: number): Call {
  const { authorization = '' } = request.headers;
  const [, key = '', region = '', service = ''] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(authorization) ?? [];
  const accountId = /^A[KS]IA(\d{12})/.exec(key)?.[1] ?? caller;
  const identity = identityOf(accountId, request.headers['x-amz-security-token']);
  return { service, region, accountId, identity, index, ...asked(service, request, body) };
}

/** The session token of an assumed role holds `<role>/<session>`. */
const identityOf = (accountId: string, token: string | string[] | undefined): string =>
  token === undefined
    ? `arn:aws:iam::${accountId}:user/backuplint`
    : `arn:aws:sts::${accountId}:assumed-role/${String(token)}`;

function asked(service: string, request: IncomingMessage, body: string): Asked {
  const { method = '', url = '/' } = request;
  if (service === 'backup') return backupCall(method, url) ?? refusedCall(method, url);
  if (service === 'account') {
    const isKnown = method === 'POST' && url === '/listRegions';
    return isKnown ? { operation: 'ListRegions', params: jsonParams(body) } : refusedCall(method, url);
  }
  if (service === 'sts') return formCall(body);
  const target = String(request.headers['x-amz-target'] ?? '');
  return { operation: target.slice(target.indexOf('.') + 1), params: jsonParams(body) };
}

const refusedCall = (method: string, url: string): Asked => ({
  operation: refused,
  params: { Method: method, Url: url },
});

function backupCall(method: string, url: string): Asked | undefined {
  const [path = '', query = ''] = url.split('?');
  const parts = path.split('/').filter((part) => part !== '');
  for (const [operation, template] of method === 'GET' ? routes : []) {
    const params = paramsOf(template, parts);
    if (params !== undefined) return { operation, params: { ...params, ...queryParams(query) } };
  }
  return undefined;
}

const routes = Object.entries(backupRoutes).map(
  ([operation, template]) => [operation, template.split('/').filter((part) => part !== '')] as const,
);

function paramsOf(template: readonly string[], parts: readonly string[]): Params | undefined {
  if (template.length !== parts.length) return undefined;
  const params: { [name: string]: string } = {};
  for (const [i, part] of parts.entries()) {
    const expected = template[i] ?? '';
    if (expected.startsWith('{')) params[expected.slice(1, -1)] = decodeURIComponent(part);
    else if (expected !== part) return undefined;
  }
  return params;
}

const queryParams = (query: string): Params =>
  Object.fromEntries([...new URLSearchParams(query)].map(([name, value]) => [apiName(name), value]));

function formCall(body: string): Asked {
  const { Action = '', Version: _, ...params } = Object.fromEntries(new URLSearchParams(body));
  return { operation: Action, params };
}

function jsonParams(body: string): Params {
  const value: unknown = body === '' ? {} : JSON.parse(body);
  return isFields(value) ? value : {};
}
