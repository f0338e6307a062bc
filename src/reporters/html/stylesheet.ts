import { dark, light, tokensOf } from './palette.ts';
import { chartStyle } from './style/charts.ts';
import { findingStyle } from './style/findings.ts';
import { pageStyle } from './style/page.ts';
import { printStyle } from './style/print.ts';
import { tableStyle } from './style/tables.ts';
import { verdictStyle } from './style/verdict.ts';

/** Paper is light, so the dark scheme is for screens alone. */
const tokens = `:root { color-scheme: light dark; ${tokensOf(light)} }
@media screen and (prefers-color-scheme: dark) { :root { ${tokensOf(dark)} } }
`;

export const stylesheet = `
${tokens}${pageStyle}${verdictStyle}${tableStyle}${chartStyle}${findingStyle}${printStyle}`;
