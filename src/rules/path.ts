/** `$` and then `.name`, `['name']` or `[0]`: no wildcard, no filter, no script, so that rule text never runs as code. */
export const pathPattern = /^\$(?:\.[A-Za-z_][A-Za-z0-9_-]*|\['[^'\\]+'\]|\[(?:0|[1-9][0-9]{0,8})\])+$/;

/** A member by its name, or an element by its number. */
export type PathStep = string | number;

export const pathSteps = (path: string): readonly PathStep[] =>
  [...path.matchAll(/\.([A-Za-z_][A-Za-z0-9_-]*)|\['([^'\\]+)'\]|\[([0-9]+)\]/g)].map(
    ([, name, quoted, index]) => name ?? quoted ?? Number(index),
  );

/** As people read it: `vault.lockState`, `ScanResults[0]`. */
export const spokenPath = (fact: string, steps: readonly PathStep[]): string =>
  steps.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`), fact);
