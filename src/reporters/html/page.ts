import { createHash } from 'node:crypto';
import type { Result } from '../../result.ts';
import { contents, entriesOf } from './contents.ts';
import { shortDay } from './dates.ts';
import { html, type Markup, verbatim } from './markup.ts';
import { script } from './script.ts';
import { hatchPattern } from './stacked-bar.ts';
import { stylesheet } from './stylesheet.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The browser takes this style and this script and nothing else: whatever a name in AWS holds, it loads and runs nothing. */
const policy = (): string =>
  `default-src 'none'; style-src ${hashOf(stylesheet)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;

export function pageStart(result: Result): Markup {
  const title = `AWS Backup, ${shortDay(result.asOf)}: backuplint report`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${verbatim(policy())}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${verbatim(stylesheet)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the verdict</a>
${hatchPattern}<header class="top"><p class="maker"><b>backuplint</b> <span>${shortDay(result.asOf)}</span></p>
${contents(entriesOf(result))}</header>
<main id="main" tabindex="-1">
`;
}

export const pageEnd = ({ tool, asOf }: Result): Markup => html`</main>
<footer><p>${tool.name} ${tool.version}, as of ${asOf}. This file loads nothing and sends nothing.</p></footer>
<script>${verbatim(script)}</script>
</body>
</html>
`;
