import { plainText } from '../plain-text.ts';

/** Text that is HTML already. `html` alone makes it, so nothing comes onto the page unescaped. */
export type Markup = { readonly markup: string };

type Part = string | number | Markup | readonly Markup[] | undefined;

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For the text of an element and for a quoted attribute alike. What hides or steers is made visible first. */
const escaped = (text: string): string => plainText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** A template whose literals are HTML, and whose values are not, unless they are markup themselves. */
export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: literals.map((literal, at) => literal + markupOf(parts[at])).join(''),
});

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

/** Text of ours that stands inside `<style>` or `<script>`, where nothing is escaped. */
export const verbatim = (markup: string): Markup => ({ markup });

export const nothing: Markup = { markup: '' };
