const combining = /\p{M}/u;
const wide =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** Columns that a terminal gives to the text; it must not hold control characters. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return sum;
}

export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)));
