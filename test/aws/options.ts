import type { Scope, Shard } from '../../src/inventory/record.ts';
import type { ItemList } from './item-list.ts';

/** What an AwsFault makes of a call. */
export type Misdeed =
  /** AccessDenied by IAM, or by a service control policy. */
  | 'deny'
  | 'scp'
  | 'throttle'
  /** 500. */
  | 'fail'
  | 'hang'
  /** The socket closes in the middle of the body, or at once. */
  | 'cutBody'
  | 'reset'
  /** 200 with a proxy's web page. */
  | 'html'
  /** 200 with JSON of another shape: a list that is a string, or whose items are numbers. */
  | 'malformed'
  | 'malformedItem'
  /** 200 with half a JSON document. */
  | 'badJson'
  /** The first page for ever: with one token, or with a new one each time; or no items for ever. */
  | 'repeatToken'
  | 'freshTokens'
  | 'emptyPages'
  | 'notFound'
  /** What AWS answers in a Region that the account has not enabled. */
  | 'optedOut'
  | 'expired';

/** Which calls go wrong, and how. A member that is absent matches every call. */
export type AwsFault = {
  readonly operation?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** Part of any parameter. */
  readonly resource?: string;
  /** So many matching calls go well before. */
  readonly after?: number;
  /** So many calls go wrong; for ever by default. */
  readonly times?: number;
  readonly does: Misdeed;
};

/** Calls a second of one account in one Region, as in data/api-rates.json. */
export type AwsRates = {
  readonly total: number;
  /** Of an operation that is not in the table. */
  readonly assumed: number;
  readonly callsPerSecond: { readonly [operation: string]: number };
};

export type AwsRole = { readonly accountId: string; readonly name: string; readonly externalId?: string };
export type AwsAccount = { readonly id: string; readonly name?: string; readonly state?: string };
export type Tags = { readonly [key: string]: string };

/** The points of a vault from elsewhere than the shards; undefined leaves it to them. */
export type PointSource = (vaultArn: string, scope: Scope) => ItemList | undefined;

export type AwsOptions = {
  readonly shards: readonly Shard[];
  /** The account of `env`'s keys; the first scope's by default. */
  readonly caller?: string;
  /** Those that can be assumed; by default any role of the accounts there are. */
  readonly roles?: readonly AwsRole[];
  /** The organization that the caller manages; by default the accounts there are. `none`: there is no organization. */
  readonly organization?: readonly AwsAccount[] | 'none';
  /** Region → opt-in status; by default the scopes' Regions, enabled. */
  readonly regions?: { readonly [region: string]: string };
  /** By ARN. */
  readonly tags?: { readonly [arn: string]: Tags };
  readonly faults?: readonly AwsFault[];
  readonly latencyMs?: number;
  readonly rates?: AwsRates;
  /** The most items of a page (1,000 by default), or how many the nth request gets. */
  readonly pageSize?: number | ((requestIndex: number) => number);
  readonly points?: PointSource;
  readonly port?: number;
  /** Told of each request when its answer is decided. */
  readonly onRequest?: (request: AwsRequest) => void;
};

export type Params = { readonly [name: string]: unknown };

export type AwsRequest = Scope & {
  readonly service: string;
  /** `REFUSED` for what the server does not know, and for all that writes. */
  readonly operation: string;
  /** Of path, query and body, by the API's names (`ByResourceType`, not the query's `resourceType`). */
  readonly params: Params;
  /** 0 where nothing was answered. */
  readonly status: number;
  /** Milliseconds since the server started. */
  readonly at: number;
  readonly userAgent: string;
};
