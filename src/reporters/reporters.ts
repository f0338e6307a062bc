import { json } from './json.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';

export const formatNames = ['pretty', 'json', 'sarif'] as const;

export const reporters: { readonly [format in (typeof formatNames)[number]]: Reporter } = { pretty, json, sarif };
