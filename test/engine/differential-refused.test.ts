import { expect, test } from 'vitest';
import { end, header, ndjson, point, readText } from '../inventory/inventory-text.ts';
import { all, checked, ruleText } from '../rules/checked-text.ts';

const yes = '{ "fact": "usable", "operator": "equal", "value": true }';
const leaf = (members: string): string => all(`{ ${members} }`);
const aCondition = 'expected a condition: { all: […] }, { any: […] }, { not: … } or { fact, operator, value }';
const aPath = 'expected a path such as $.name';
const aScalar = 'expected a string, a number, true or false';
const guard = 'may be absent, and of what is absent this operator says true: guard it';

/** What json-rules-engine takes and makes something surprising of, by the number in the list of its traps. */
const refused: readonly (readonly [number: number, require: string, message: string])[] = [
  [1, '{ "all": [] }', 'must not be empty'],
  [1, '{ "any": [] }', 'must not be empty'],
  [1, '{ "not": { "any": [] } }', 'must not be empty'],
  [2, `{ "any": [${yes}], "all": [${yes}] }`, aCondition],
  [2, `{ "any": [${yes}], "fact": "usable", "operator": "equal", "value": true }`, 'unknown member "any"'],
  [2, `{ "all": [${yes}], "all": [${yes}] }`, 'the member "all" is there twice: remove one'],
  [3, leaf('"fact": "usable", "operator": "equal", "value": true, "priority": 10'), 'unknown member "priority"'],
  [4, leaf('"fact": "usable", "operator": "Equal", "value": true'), 'unknown operator "Equal"'],
  [5, leaf('"fact": "BackupSizeInBytes", "operator": "not:lessThan", "value": 1'), guard],
  [5, leaf('"fact": "BackupSizeInBytes", "operator": "notEqual", "value": 1'), guard],
  [6, leaf('"fact": "ScanResults", "operator": "doesNotContain", "value": 1'), guard],
  [7, leaf('"fact": "Status", "operator": "in", "value": "AVAILABLE"'), 'it wants a list on the right'],
  [7, leaf('"fact": "Status", "operator": "in", "value": null'), aScalar.slice(0, 28)],
  [7, leaf('"fact": "Status", "operator": "in", "value": { "fact": "region" }'), 'it wants a list on the right'],
  [7, leaf('"fact": "Status", "operator": "in"'), 'the member "value" is missing'],
  [8, leaf('"fact": "ageDays", "operator": "greaterThan", "value": null'), aScalar.slice(0, 28)],
  [8, leaf('"fact": "ageDays", "operator": "greaterThan", "value": false'), 'it compares two numbers or two dates'],
  [8, leaf('"fact": "ageDays", "operator": "lessThan", "value": { "fact": "BackupSizeInBytes" }'), 'may be absent'],
  [9, leaf('"fact": "usable", "path": "$.b", "operator": "equal", "value": true'), 'no path leads into it'],
  [9, leaf('"fact": "Lifecycle", "path": "", "operator": "exists", "value": true'), aPath],
  [9, leaf('"fact": "Lifecycle", "path": "DeleteAfterDays", "operator": "exists", "value": true'), aPath],
  [9, leaf('"fact": "Lifecycle", "path": "$.toString", "operator": "exists", "value": true'), 'no member "toString"'],
  [10, leaf('"fact": "ScanResults", "path": "$[*]", "operator": "exists", "value": true'), aPath],
  [10, leaf('"fact": "ScanResults", "path": "$.*", "operator": "exists", "value": true'), aPath],
  [11, leaf(`"fact": "Lifecycle", "path": "$['a,b']", "operator": "exists", "value": true`), 'no member "a,b"'],
  [12, leaf('"fact": "Status", "operator": "in", "value": [{ "fact": "region" }]'), aScalar],
  [13, '{ "condition": "shared" }', aCondition],
  [13, all('{ "condition": "shared" }'), aCondition],
  [15, leaf('"fact": "usable", "operator": "equal", "value": true, "priority": "abc"'), 'unknown member "priority"'],
  [16, leaf('"fact": "constructor", "operator": "exists", "value": true'), 'unknown fact "constructor"'],
  [16, leaf('"fact": "toString", "operator": "exists", "value": true'), 'unknown fact "toString"'],
  [16, leaf('"fact": "__proto__", "operator": "exists", "value": true'), 'unknown fact "__proto__"'],
  [16, leaf('"fact": "", "operator": "exists", "value": true'), 'must not be empty'],
  [17, leaf('"fact": "Status", "operator": "equal", "value": { "toString": 1 }'), 'unknown member "toString"'],
  [17, leaf('"fact": "usable", "operator": "equal", "value": true, "__proto__": {}'), 'must not be named "__proto__"'],
];

test.each(refused)('%i: %s', async (_, require, message) => {
  const { faults } = await checked(ruleText({ require }));
  expect(faults.join('\n')).toContain(message);
});

const hostile = '{ "toString": 1 }';

test.each([
  ['a number', `"BackupSizeInBytes": ${hostile}`, '"BackupSizeInBytes" of recoveryPoint: expected a number'],
  ['a text', `"Status": ${hostile}`, '"Status" of recoveryPoint: expected a string'],
  ['a number in an object', `"Lifecycle": { "DeleteAfterDays": ${hostile} }`, '"Lifecycle.DeleteAfterDays"'],
])('22: an object that cannot be made a number never is one: %s', async (_, field, message) => {
  const line = JSON.stringify(point()).replace(/}$/, `, ${field}}`);
  await expect(readText(ndjson(header, line, end(1)))).rejects.toThrow(message);
});
