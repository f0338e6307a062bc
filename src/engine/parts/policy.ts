import { type Answer, known, noted } from '../answer.ts';
import type { Item } from '../item.ts';
import { isObject, type Part, type Shape, type Split, type Splitter, withOwnIds } from './split.ts';

/** The statements of a vault's access policy, which AWS gives as text. */
export const splitPolicy: Splitter = (vault, text) => {
  const policy = parsed(text);
  const notes = [`the access policy of ${vault.id} is not understood`];
  if (!isObject(policy)) return { parts: [], notes };
  const statements: readonly unknown[] = policy.Statement === undefined ? [] : [policy.Statement].flat();
  const parts = statements.flatMap((each, index): readonly Part[] =>
    isObject(each) ? [{ id: `${vault.id}#${index + 1}`, fields: statementFields(each) }] : [],
  );
  return { parts, notes: parts.length === statements.length ? [] : notes };
};

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** What a rule may ask by AWS's names is of AWS's types; the rest its facts read (facts/policy.ts). */
const statementFields = (statement: Shape): Shape =>
  Object.fromEntries(
    Object.entries(statement).filter(([name, value]) => !isText.includes(name) || typeof value === 'string'),
  );

const isText: readonly string[] = ['Sid', 'Effect'];

/** One condition for each operator and key. */
export const splitStatement: Splitter = (statement, value) => {
  const conditions = isObject(value) ? value.Condition : undefined;
  if (conditions === undefined) return { parts: [], notes: [] };
  const notes = [`the Condition of statement ${statement.id} is not understood`];
  if (!isObject(conditions)) return { parts: [], notes };
  const splits = Object.entries(conditions).map(([operator, keys]) => operatorConditions(statement, operator, keys));
  const parts = withOwnIds(splits.flatMap((split) => split.parts));
  return { parts, notes: splits.some((split) => split.notes.length > 0) ? notes : [] };
};

function operatorConditions(statement: Item, operator: string, keys: unknown): Split {
  if (!isObject(keys)) return { parts: [], notes: [operator] };
  const parts = Object.entries(keys).map(([key, values]) => {
    const id = `${statement.id}/${operator}/${key}`;
    const given = {
      conditionOperator: known(operator),
      writtenKey: known(key),
      conditionValues: textsOf(values, `the values of ${id} are not understood`),
    };
    return { id, fields: {}, given };
  });
  return { parts, notes: [] };
}

/** IAM takes true and 1 for "true" and "1". */
function textsOf(value: unknown, note: string): Answer {
  const values = [value].flat();
  const isScalar = (each: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof each);
  return values.every(isScalar) ? known(values.map(String)) : noted(note);
}
