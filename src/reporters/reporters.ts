import type { Reporter } from './reporter.ts';

export const formatNames = [
  'pretty',
  'json',
  'sarif',
  'evidence',
  'junit',
  'markdown',
  'github',
  'csv',
  'html',
] as const;

export type FormatName = (typeof formatNames)[number];

/** Each is loaded when a report is made in it. */
export const reporters: { readonly [format in FormatName]: () => Promise<Reporter> } = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  evidence: async () => (await import('./evidence.ts')).evidence,
  junit: async () => (await import('./junit.ts')).junit,
  markdown: async () => (await import('./markdown.ts')).markdown,
  github: async () => (await import('./github.ts')).github,
  csv: async () => (await import('./csv.ts')).csv,
  html: async () => (await import('./html.ts')).html,
};
