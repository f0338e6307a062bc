import { plainText } from '../plain-text.ts';

/** What a link sets the filters of the findings to, for the script. Half of a surrogate pair cannot be encoded, plain text can. */
export const pick = (filters: { readonly [filter: string]: string }): string =>
  Object.entries(filters)
    .map(([filter, value]) => `${filter}=${encodeURIComponent(plainText(value))}`)
    .join('&');
