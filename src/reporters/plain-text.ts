const whitespace = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const unseen = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** What the runner of GitHub Actions takes for a command: at the beginning of a line, be it indented, or anywhere (actions/runner, ActionCommand.cs). */
const command = /(?<=^| ):(?=:[a-z][a-z-]*(?:::| ))|#(?=#\[)/gi;

const codePoint = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/**
 * One line that says what is there: names, tags and error texts in AWS are other people's, and may hold terminal escapes,
 * bidi controls, zero-width characters, line breaks or commands to the runner of a pipeline. Nothing but spacing is dropped,
 * so what hides in a name can be seen.
 */
export const plainText = (text: string): string =>
  text.replace(whitespace, ' ').replace(unseen, codePoint).replace(/ +/g, ' ').trim().replace(command, codePoint);
