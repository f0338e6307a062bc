import { html, type Markup, nothing } from './markup.ts';

type Thing = {
  readonly id: string;
  readonly name?: string | undefined;
  readonly accountId?: string | undefined;
  readonly region?: string | undefined;
};

/** What people call it, with its ARN below. */
export const thingCell = ({ id, name = id }: Thing): Markup =>
  html`<b>${name}</b>${name === id ? nothing : html` <code>${id}</code>`}`;

export const placeText = ({ accountId, region }: Pick<Thing, 'accountId' | 'region'>): string =>
  [accountId, region].filter((part) => part !== undefined).join('/');
