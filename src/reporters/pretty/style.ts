import type { Severity } from '../../severity.ts';

const introducer = '\u001b[';

/** SGR codes of the 16 ANSI colours: they follow the theme of the terminal, dark or light. */
const codes = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33', cyan: '36', alarm: '1;31' } as const;
export type Tone = keyof typeof codes;

export type Paint = (text: string, tone: Tone) => string;

export const paintWith = (color: boolean): Paint =>
  color ? (text, tone) => (text === '' ? '' : `${introducer}${codes[tone]}m${text}${introducer}0m`) : (text) => text;

export const severityTones = {
  critical: 'alarm',
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  info: 'dim',
} as const satisfies { readonly [severity in Severity]: Tone };
