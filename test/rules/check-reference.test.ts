import { expect, test } from 'vitest';
import { all, at, checked, ruleText } from './checked-text.ts';

const count = (params: string) => `{ "fact": "count", "params": ${params}, "operator": "equal", "value": 0 }`;

const wrong: { readonly [leaf: string]: string } = {
  '{ «"fact": "useable", "operator": "equal", "value": true }':
    'unknown fact "useable" of recoveryPoint; did you mean "usable"?',
  '{ «"fact": "status", "operator": "equal", "value": "AVAILABLE" }':
    'unknown fact "status" of recoveryPoint; did you mean "Status"?',
  '{ «"fact": "tag", "operator": "exists", "value": true }':
    'unknown fact "tag" of recoveryPoint; did you mean "tags"?',
  '{ «"fact": "constructor", "operator": "exists", "value": true }': 'unknown fact "constructor" of recoveryPoint',
  '{ «"fact": "copyJobs", "operator": "exists", "value": true }':
    '"copyJobs" is a to-many relation of recoveryPoint, no fact: ask over it with a function, such as { "fact": "count", "params": { "of": "copyJobs" } }',
  '{ "fact": "usable", «"params": { "of": "copyJobs" }, "operator": "equal", "value": true }':
    '"usable" takes no params: only a function does',
  '{ «"fact": "parameters", "operator": "equal", "value": 1 }':
    '"parameters" is the object of all parameters: name what is meant in "path", such as "$.name"',
  '{ «"fact": "target", "path": "$.Status", "operator": "equal", "value": "AVAILABLE" }': `"target" is for where alone: here the target's facts are named as they are`,
  '{ "fact": "ageDays", "operator": "lessThan", "value": { "fact": "parameters", «"path": "$.maxDays" } }':
    'unknown parameter "maxDays"; expected "maxAgeDays"',
  '{ "fact": "ageDays", "operator": "lessThan", "value": { "fact": "parameters", «"path": "$.maxAgeDays.days" } }':
    '"maxAgeDays" is a number: no path leads into it',
  '{ "fact": "Lifecycle", «"path": "$.DeleteAfterDay", "operator": "exists", "value": true }':
    '"Lifecycle" has no member "DeleteAfterDay"; did you mean "DeleteAfterDays"?',
  '{ "fact": "vault", «"path": "$.lockstate", "operator": "equal", "value": "none" }':
    'unknown fact "lockstate" of backupVault; did you mean "lockState"?',
  '{ "fact": "Status", «"path": "$.name", "operator": "equal", "value": "x" }':
    '"Status" is a string: no path leads into it',
  '{ "fact": "asOf", «"path": "$.year", "operator": "equal", "value": 1 }': '"asOf" is a date: no path leads into it',
  '{ "fact": "Status", «"path": "$[0]", "operator": "equal", "value": "x" }':
    '"Status" is a string: only a list has an element [0]',
  '{ "fact": "Status", «"path": "$.length", "operator": "equal", "value": 1 }':
    '"Status" is a string: only a list has a length',
  '{ "fact": "ScanResults", «"path": "$.Findings", "operator": "exists", "value": true }':
    '"ScanResults" is a list: expected [0] or another number, or .length, not .Findings',
  [count('{ «"of": "copyJob" }')]: 'unknown relation "copyJob" of recoveryPoint; did you mean "copyJobs"?',
  [count('{ «"of": "resource.legalHolds" }')]:
    'unknown relation "legalHolds" of protectedResource; expected one of "recoveryPoints", "restoreJobs", "copyJobs", "backupJobs", "scanJobs", "selections", "restoreTestingSelections", "scope"',
  [count('{ «"of": "vault" }')]:
    '"vault" leads to one record at most: ask it as a fact, { "fact": "vault", "path": "$.…" }',
  '{ "fact": "count", «"params": { "where": { "all": [{ "fact": "State", "operator": "equal", "value": "FAILED" }] } }, "operator": "equal", "value": 0 }':
    '"count" needs "of" in its params',
  '{ «"fact": "count", "operator": "equal", "value": 0 }': '"count" needs "of" in its params',
  [count('{ "of": "copyJobs", «"take": 2 }')]: '"count" takes no "take"; expected one of "of", "where"',
  [count('{ «"of": [1, 2] }')]: '"count" wants a relation such as "recoveryPoints" here',
  '{ "fact": "max", "params": { "of": "copyJobs", «"fact": ["ageDays", "date"] }, "operator": "lessThan", "value": 1 }':
    '"max" takes one fact: a list of facts is for "distinct"',
  '{ "fact": "max", "params": { "of": "copyJobs", «"fact": "State" }, "operator": "lessThan", "value": 1 }':
    '"max" wants a number, but "State" is a string',
  '{ "fact": "distinct", "params": { "of": "copyJobs", "fact": ["region", «"CreatedBy"] }, "operator": "lessThan", "value": 1 }':
    '"distinct" wants single values, but "CreatedBy" is an object',
  '{ "fact": "max", "params": { "of": "copyJobs", «"fact": "dayIndex" }, "operator": "lessThan", "value": 1 }':
    'unknown fact "dayIndex" of copyJob; of the target (recoveryPoint) it is { "fact": "target", "path": "$.dayIndex" }',
  '{ "fact": "newest", "params": { «"of": "vault.scope.protectedResources" }, "operator": "exists", "value": true }':
    '"newest" goes by date, and protectedResource has none',
  '{ "fact": "days", "params": { «"from": "Status" }, "operator": "lessThan", "value": 1 }':
    '"days" wants a date here, but "Status" is a string',
  '{ "fact": "hours", «"params": { "to": "asOf" }, "operator": "lessThan", "value": 1 }':
    '"hours" needs "from" in its params',
  '{ "fact": "plus", "params": { «"of": [1, 2, 3] }, "operator": "lessThan", "value": 1 }':
    '"plus" wants a list of two, each a number or a fact',
  '{ "fact": "times", "params": { "of": [2, «"Status"] }, "operator": "lessThan", "value": 1 }':
    '"times" wants a number here, but "Status" is a string',
  [count('{ "of": "copyJobs", «"where": { "fact": "State", "operator": "equal", "value": "FAILED" } }')]:
    '"where" wants a group: put this condition into { "all": […] }',
  [count('{ "of": "copyJobs", "where": { "all": [{ «"fact": "placement", "operator": "equal", "value": "both" }] } }')]:
    'unknown fact "placement" of copyJob; of the target (recoveryPoint) it is { "fact": "target", "path": "$.placement" }',
  [count('{ "of": "copyJobs", "where": { "all": [{ «"fact": "lastCopy", "operator": "exists", "value": true }] } }')]:
    '"lastCopy" is a named fact: a where sees the facts of copyJob, "parameters", "asOf" and "target"',
  [count(
    '{ "of": "copyJobs", "where": { "all": [{ "fact": "target", «"path": "$.usabel", "operator": "equal", "value": true }] } }',
  )]: 'unknown fact "usabel" of recoveryPoint; did you mean "usable"?',
};

test.each(Object.entries(wrong))('%s', async (leaf, message) => {
  const { faults, marks } = await checked(
    ruleText({
      parameters: '{ "maxAgeDays": { "type": "number", "default": 7, "description": "Days." } }',
      facts: '{ "lastCopy": { "fact": "newest", "params": { "of": "copyJobs" } } }',
      require: all(leaf),
    }),
  );
  expect(faults).toEqual(at(marks, [message]));
});

test.each([
  '{ "fact": "vault", "path": "$.lockState", "operator": "equal", "value": "none" }',
  '{ "fact": "vault", "path": "$[\'scope\'].region", "operator": "equal", "value": "eu-west-1" }',
  '{ "fact": "ScanResults", "path": "$.length", "operator": "greaterThan", "value": 0 }',
  '{ "fact": "ScanResults", "path": "$[0].Findings[0]", "operator": "equal", "value": "MALWARE" }',
  '{ "fact": "days", "params": { "from": { "fact": "vault", "path": "$.CreationDate" }, "to": "asOf" }, "operator": "lessThan", "value": 1 }',
  '{ "fact": "values", "params": { "of": "resource.recoveryPoints", "fact": "region" }, "path": "$.length", "operator": "equal", "value": 2 }',
  '{ "fact": "newest", "params": { "of": "copyJobs", "take": 2, "fact": "State" }, "operator": "contains", "value": "FAILED" }',
  '{ "fact": "distinct", "params": { "of": "resource.recoveryPoints", "fact": ["accountId", "region"] }, "operator": "equal", "value": 2 }',
  '{ "fact": "times", "params": { "of": [24, { "fact": "plus", "params": { "of": ["ageDays", 1] } }] }, "operator": "lessThan", "value": 1 }',
  count(
    '{ "of": "copyJobs", "where": { "all": [{ "fact": "target", "path": "$.vault.lockState", "operator": "equal", "value": "none" }] } }',
  ),
  count(
    '{ "of": "resource.recoveryPoints", "where": { "all": [{ "fact": "count", "params": { "of": "copyJobs" }, "operator": "equal", "value": 0 }] } }',
  ),
])('sound: %s', async (leaf) => {
  expect((await checked(ruleText({ require: all(leaf) }))).faults).toEqual([]);
});
