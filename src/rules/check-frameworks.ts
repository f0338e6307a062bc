import type { Fault } from '../errors.ts';
import { faultAt, type JsonFile, pointerOf } from '../json-file.ts';
import { expectedOneOf } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** The frameworks that a rule names and nobody knows. */
export const strangeFrameworks = (json: JsonFile, rule: Rule, known: readonly string[]): readonly Fault[] =>
  Object.keys(rule.frameworks ?? {})
    .filter((name) => !known.includes(name))
    .map((name) => faultAt(json, pointerOf(['frameworks', name]), unknownFramework(name, known)));

export const unknownFramework = (name: string, known: readonly string[]): string =>
  `unknown framework "${name}"${expectedOneOf(name, known)}`;
