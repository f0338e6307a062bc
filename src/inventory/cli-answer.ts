import type { RecordKind } from '../catalogue/record-kinds.ts';
import { isJsonObject, type JsonObject } from './parse-json.ts';
import type { Scope } from './record.ts';
import { scopeOfArn } from './scope.ts';

/** How one answer of the AWS CLI is told from others, and what it says. */
export type CliAnswer = {
  /** Of the AWS CLI; `backup` unless it is another. */
  readonly service?: string;
  readonly command: string;
  readonly operation: string;
  readonly kind: RecordKind;
  readonly matches: (answer: JsonObject) => boolean;
  /** The member that holds its objects, or its one object; without it the answer is the object. */
  readonly member?: string;
  /** The scope that an object names, as far as it does. */
  readonly scope: (item: JsonObject) => Partial<Scope> | undefined;
  /** The field with the ARN of what the operation was asked about, where it is asked about one thing. */
  readonly resource?: string;
  /** The object in AWS Backup's terms, where it is another service's. */
  readonly fields?: (item: JsonObject) => JsonObject;
};

/** A string field with something in it. */
export function textOf(item: unknown, field: string): string | undefined {
  const value = isJsonObject(item) ? item[field] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function listOf(answer: JsonObject, member: string): readonly unknown[] | undefined {
  const value = answer[member];
  return Array.isArray(value) ? value : undefined;
}

export const hasTexts = (item: unknown, fields: readonly string[]): boolean =>
  fields.every((field) => textOf(item, field) !== undefined);

/** The scope of the first of these ARNs that names one. */
export const scopeFrom =
  (...fields: readonly string[]) =>
  (item: JsonObject): Scope | undefined =>
    fields.map((field) => scopeOfArn(textOf(item, field) ?? '')).find((scope) => scope !== undefined);
