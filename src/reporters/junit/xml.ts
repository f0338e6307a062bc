import { plainText } from '../plain-text.ts';

/** Two characters that no XML document may hold, not even as a reference (XML 1.0, "Char"). */
const noCharacters = /[\ufffe\uffff]/g;
const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** One line of text, for content and attributes alike. With `>` escaped, `]]>` cannot stand there. */
export const xmlText = (text: string): string =>
  plainText(text)
    .replace(noCharacters, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);

export const attributes = (members: { readonly [name: string]: string | number }): string =>
  Object.entries(members)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
