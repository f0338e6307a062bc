import type { Severity } from '../severity.ts';
import type { Match } from './match.ts';

/** The only expression of the language: a fact, with what it is asked over and the way into its value. */
export type Reference = { readonly fact: string; readonly params?: Params; readonly path?: string };

/** Where `params` takes a fact, a bare name is short for a reference without params. */
export type FactRef = string | Reference;

export type Params = {
  /** Aggregates: a to-many relation or a path of relations. `plus`, `times`: the two operands. */
  readonly of?: string | readonly (number | FactRef)[];
  readonly where?: Condition;
  readonly fact?: FactRef | readonly FactRef[];
  readonly take?: number;
  readonly from?: FactRef;
  readonly to?: FactRef;
};

export type Leaf = Reference & { readonly operator: string; readonly value: unknown };
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Leaf;

export type Parameter = {
  readonly type: 'number' | 'string' | 'boolean' | 'list';
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
  readonly description: string;
};

export type Message = string | readonly { readonly when?: Condition; readonly text: string }[];
export type Requirement = { readonly id: string; readonly basis: 'published' | 'judgement' };

/** A rule file, as written. */
export type Rule = {
  readonly $schema?: string;
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly target: string | readonly string[];
  readonly severity: Severity;
  readonly parameters?: { readonly [name: string]: Parameter };
  readonly facts?: { readonly [name: string]: Reference };
  readonly when?: Condition;
  readonly require: Condition;
  readonly message: Message;
  readonly remediation: string;
  readonly references?: readonly string[];
  readonly frameworks?: { readonly [framework: string]: readonly Requirement[] };
  readonly equivalents?: readonly string[];
};

/** A part of a text file; lines and columns count from 1, the end column is one past the last character. */
export type Region = {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
};
/** A part of a file of the user, with its text and that of the lines around it, for reports that show it. */
export type Place = {
  readonly file: string;
  readonly region: Region;
  readonly text?: string;
  readonly around?: { readonly startLine: number; readonly endLine: number; readonly text: string };
};

/** A rule that was read and checked. */
export type LoadedRule = {
  readonly rule: Rule;
  readonly origin: 'shipped' | 'own';
  readonly file: string;
  /** Its `require` member, for the physical location of its findings. */
  readonly requirePlace: Place;
};

/** Other values of some parameters, for the targets that match. */
export type Override = { readonly match: Match; readonly parameters: { readonly [name: string]: unknown } };

/** A rule in force: with the config's severity and parameters. */
export type ActiveRule = LoadedRule & {
  readonly severity: Severity;
  readonly parameters: { readonly [name: string]: unknown };
  /** All that match a target apply to it, one after the other. Absent where there is none. */
  readonly overrides?: readonly Override[];
  /** The line of the config that enables it, where there is a config. */
  readonly enabledAt?: Place;
};

export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'fact' in value;
