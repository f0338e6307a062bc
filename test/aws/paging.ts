import { createHash } from 'node:crypto';
import { compareText } from '../../src/inventory/scope.ts';
import type { PageAnswer } from './answer.ts';
import { AwsError } from './aws-error.ts';
import type { Call } from './call.ts';
import type { Estate } from './estate.ts';
import type { ItemList } from './item-list.ts';

/** How a List operation names its parts. */
export type PageForm = {
  readonly list: string;
  /** Of the request and of the answer. */
  readonly tokenName?: string;
  readonly sizeParam?: string;
  /** The most that may be asked for, and the default. */
  readonly most?: number;
};

export function pageAnswer(call: Call, estate: Estate, list: ItemList, form: PageForm): PageAnswer {
  const { tokenName = 'NextToken', sizeParam = 'MaxResults', most = 1000 } = form;
  const from = positionOf(call, tokenName);
  const { items, next } = list.page(call.params, from, pageSize(call, estate, sizeParam, most));
  const token = next === undefined ? undefined : tokenFor(call, next);
  return { kind: 'page', list: form.list, items, tokenName, token };
}

function pageSize(call: Call, { options }: Estate, sizeParam: string, most: number): number {
  const asked = Number(call.params[sizeParam] ?? most);
  if (!(asked >= 1 && asked <= most)) throw invalid(call, `${sizeParam} must be between 1 and ${most}`);
  const { pageSize: limit = most } = options;
  return Math.min(asked, typeof limit === 'number' ? limit : limit(call.index));
}

const tokenFor = (call: Call, position: number): string =>
  Buffer.from(`${position} ${fingerprint(call)}`).toString('base64url');

function positionOf(call: Call, tokenName: string): number {
  const token = call.params[tokenName];
  if (token === undefined || token === '') return 0;
  const [position = '', mark] = Buffer.from(String(token), 'base64url').toString().split(' ');
  if (!/^\d+$/.test(position) || mark !== fingerprint(call)) throw invalid(call, `${tokenName} is not of this list`);
  return Number(position);
}

const pagingParams: ReadonlySet<string> = new Set(['NextToken', 'PaginationToken', 'MaxResults', 'ResourcesPerPage']);

/** A token holds for the question that it answered alone. */
function fingerprint({ accountId, region, operation, params }: Call): string {
  const asked = Object.entries(params).filter(([name]) => !pagingParams.has(name));
  const text = JSON.stringify([accountId, region, operation, asked.sort(([a], [b]) => compareText(a, b))]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

const invalid = ({ service }: Call, message: string): AwsError =>
  new AwsError(errorTypes[service] ?? 'InvalidInputException', message);

const errorTypes: { readonly [service: string]: string } = {
  backup: 'InvalidParameterValueException',
  account: 'ValidationException',
  tagging: 'InvalidParameterException',
};
