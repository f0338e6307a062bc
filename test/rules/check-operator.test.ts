import { expect, test } from 'vitest';
import { all, at, checked, ruleText } from './checked-text.ts';

const parameters = `{
  "limit": { "type": "number", "default": 7, "description": "Days." },
  "regions": { "type": "list", "default": ["eu-west-1"], "description": "Regions." },
  "numbers": { "type": "list", "default": [1, 2], "description": "Numbers." } }`;
const facts = '{ "states": { "fact": "newest", "params": { "of": "copyJobs", "take": 3, "fact": "State" } } }';

const regions = '{ "fact": "parameters", "path": "$.regions" }';
const vaults = '{ "fact": "values", "params": { "of": "resource.recoveryPoints", "fact": "BackupVaultName" } }';

const wrong: { readonly [leaf: string]: string } = {
  '{ "fact": "usable", «"operator": "equals", "value": true }': 'unknown operator "equals"; did you mean "equal"?',
  '{ "fact": "usable", «"operator": "unless:equal", "value": true }':
    'unknown decorator "unless"; expected one of "someFact", "everyFact", "someValue", "everyValue", "swap", "not"',
  '{ "fact": "usable", «"operator": "Not:equal", "value": true }': 'unknown decorator "Not"; did you mean "not"?',
  '{ "fact": "Status", «"operator": "lessThan", "value": 3 }':
    'operator "lessThan": it compares two numbers or two dates, but "Status" is a string',
  '{ "fact": "ageDays", «"operator": "greaterThan", "value": "3" }':
    'operator "greaterThan": it compares two numbers or two dates, but the value "3" is a string',
  '{ "fact": "usable", «"operator": "lessThanInclusive", "value": true }':
    'operator "lessThanInclusive": it compares two numbers or two dates, but "usable" is true or false',
  '{ "fact": "CreationDate", "operator": "lessThan", «"value": { "fact": "ageDays" } }':
    '"CreationDate" is a date, but "ageDays" is a number: they are never equal',
  '{ "fact": "CreationDate", «"operator": "lessThan", "value": "2026-01-01T00:00:00.000Z" }':
    'operator "lessThan": it compares two numbers or two dates, but the value "2026-01-01T00:00:00.000Z" is a string',
  '{ "fact": "CreationDate", "operator": "equal", «"value": "2026-01-01" }':
    '"CreationDate" is a date, but the value "2026-01-01" is a string; ask its age with "days", or compare it with another date',
  '{ "fact": "Status", «"operator": "contains", "value": "AVAILABLE" }':
    'operator "contains": it wants a list on the left, but "Status" is a string',
  '{ "fact": "ageDays", «"operator": "matches", "value": "3*" }':
    'operator "matches": it matches a string against a pattern, but "ageDays" is a number',
  '{ "fact": "Status", «"operator": "matches", "value": 3 }':
    'operator "matches": it matches a string against a pattern, but the value 3 is a number',
  '{ "fact": "region", «"operator": "someValue:matches", "value": ["eu-*", 3] }':
    'operator "someValue:matches": it matches a string against a pattern, but the values are ["eu-*",3]',
  '{ "fact": "Status", «"operator": "in", "value": "AVAILABLE" }':
    'operator "in": it wants a list on the right, but the value "AVAILABLE" is a string',
  '{ "fact": "Status", «"operator": "in", "value": { "fact": "region" } }':
    'operator "in": it wants a list on the right, but "region" is a string',
  '{ "fact": "region", «"operator": "in", "value": { "fact": "states" } }':
    'operator "in": it wants a list on the right that is always there: a literal, a list parameter or "values", not "states"',
  '{ "fact": "Status", «"operator": "everyValue:equal", "value": "AVAILABLE" }':
    'operator "everyValue:equal": "everyValue" wants a list on the right, but the value "AVAILABLE" is a string',
  '{ "fact": "Status", «"operator": "someFact:equal", "value": "AVAILABLE" }':
    'operator "someFact:equal": "someFact" wants a list on the left, but "Status" is a string',
  '{ "fact": "states", «"operator": "swap:in", "value": "FAILED" }':
    'operator "swap:in": it wants a list on the right that is always there: a literal, a list parameter or "values", not "states"',
  '{ "fact": "vault", "operator": "exists", «"value": "yes" }': '"exists" wants true or false as its value',
  '{ "fact": "vault", «"operator": "someFact:exists", "value": true }': '"exists" takes no decorator "someFact"',
  '{ "fact": "usable", "operator": "equal", «"value": "true" }':
    '"usable" is true or false, but the value "true" is a string',
  '{ "fact": "ageDays", "operator": "equal", «"value": "7" }': '"ageDays" is a number, but the value "7" is a string',
  '{ "fact": "ageDays", "operator": "in", "value": [1, «"2"] }': '"ageDays" is a number, but the value "2" is a string',
  '{ "fact": "Status", "operator": "equal", «"value": { "fact": "ageDays" } }':
    '"Status" is a string, but "ageDays" is a number: they are never equal',
  '{ "fact": "ageDays", "operator": "in", «"value": { "fact": "parameters", "path": "$.regions" } }':
    '"ageDays" is a number, but "regions" is a string: they are never equal',
  '{ "fact": "Lifecycle", «"operator": "equal", "value": 1 }':
    'operator "equal": it compares single values, but "Lifecycle" is an object; say in "path" which part of it',
  '{ "fact": "vault", «"operator": "equal", "value": "x" }':
    'operator "equal": it compares single values, but "vault" is a record (backupVault); say in "path" which part of it',
  '{ "fact": "ScanResults", «"operator": "contains", "value": 1 }':
    'operator "contains": it compares single values, but "ScanResults" is an object; say in "path" which part of it',
  '{ "fact": "states", «"operator": "equal", "value": ["FAILED"] }':
    'operator "equal": it compares single values, but "states" is a list; "contains", "in" or a decorator looks into a list',
};

test.each(Object.entries(wrong))('%s', async (leaf, message) => {
  const { faults, marks } = await checked(ruleText({ parameters, facts, require: all(leaf) }));
  expect(faults).toEqual(at(marks, [message]));
});

test.each([
  `{ "fact": "region", "operator": "in", "value": ${regions} }`,
  `{ "fact": "region", "operator": "someValue:matches", "value": ${regions} }`,
  `{ "fact": "BackupVaultName", "operator": "in", "value": ${vaults} }`,
  `{ "fact": "values", "params": { "of": "resource.recoveryPoints", "fact": "BackupVaultName" }, "operator": "everyValue:contains", "value": ${vaults} }`,
  '{ "fact": "states", "operator": "everyFact:in", "value": ["COMPLETED", "PARTIAL"] }',
  '{ "fact": "ageDays", "operator": "in", "value": { "fact": "parameters", "path": "$.numbers" } }',
  '{ "fact": "Status", "operator": "swap:contains", "value": ["AVAILABLE", "COMPLETED"] }',
  '{ "fact": "region", "operator": "swap:matches", "value": "eu-west-1" }',
  '{ "fact": "CreationDate", "operator": "lessThan", "value": { "fact": "asOf" } }',
  '{ "fact": "vault", "operator": "not:exists", "value": false }',
  '{ "fact": "parameters", "path": "$.limit", "operator": "equal", "value": 0 }',
  '{ "fact": "ageDays", "operator": "everyValue:lessThan", "value": [1, 2] }',
])('sound: %s', async (leaf) => {
  expect((await checked(ruleText({ parameters, facts, require: all(leaf) }))).faults).toEqual([]);
});

const strange: { readonly [leaf: string]: string } = {
  '{ "fact": "Status", "operator": "equal", «"value": "COMPLETD" }':
    'no value "COMPLETD" of "Status" is known; did you mean "COMPLETED"?',
  '{ "fact": "Status", "operator": "in", "value": ["AVAILABLE", «"DELETIN"] }':
    'no value "DELETIN" of "Status" is known; did you mean "DELETING"?',
  '{ "fact": "states", "operator": "contains", «"value": "FAILD" }':
    'no value "FAILD" of "states" is known; did you mean "FAILED"?',
  '{ "fact": "vault", "path": "$.lockState", "operator": "equal", «"value": "immutable" }':
    'no value "immutable" of "vault.lockState" is known; expected one of "none", "governance", "coolingOff", "compliance"',
};

test.each(Object.entries(strange))('a fault in a shipped rule, a warning in an own one: %s', async (leaf, message) => {
  const text = ruleText({ parameters, facts, require: all(leaf) });
  const [own, shipped] = [await checked(text, 'own'), await checked(text, 'shipped')];
  expect([own.faults, own.warnings]).toEqual([[], at(own.marks, [message])]);
  expect([shipped.faults, shipped.warnings]).toEqual([at(shipped.marks, [message]), []]);
});
