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

/** It breaks at the slash alone: half a Region reads badly. */
export const placeCell = ({ accountId, region }: Pick<Thing, 'accountId' | 'region'>): Markup =>
  accountId === undefined || region === undefined
    ? html`${accountId ?? region ?? ''}`
    : html`<span class="unit">${accountId}/</span><span class="unit">${region}</span>`;

export const placeText = ({ accountId, region }: Pick<Thing, 'accountId' | 'region'>): string =>
  [accountId, region].filter((part) => part !== undefined).join('/');
