import { json } from './json.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';

export const formatNames = ['pretty', 'json', 'sarif'] as const;

export type FormatName = (typeof formatNames)[number];

export const reporters: { readonly [format in FormatName]: Reporter } = { pretty, json, sarif };
