import { expect, test } from 'vitest';
import { policyFormats } from '../../src/commands/iam-policy-formats.ts';

const resource = 'arn:aws:iam::*:role/${x}%{if}"\\';
const statements = {
  reader: [{ Sid: 'A', Effect: 'Allow' as const, Action: ['backup:ListBackupVaults'], Resource: resource }],
  caller: [],
};

test('a string of HCL opens no template', () => {
  expect(policyFormats.terraform(statements)).toContain(
    '        Resource = "arn:aws:iam::*:role/$${x}%%{if}\\"\\\\"\n',
  );
});

test.each(['json', 'cloudformation'] as const)('%s keeps a string as it is', (format) => {
  expect(JSON.stringify(JSON.parse(policyFormats[format](statements)))).toContain(JSON.stringify(resource));
});

test('without a caller there is one policy', () => {
  expect(policyFormats.terraform(statements).match(/^resource /gm)).toHaveLength(1);
  expect(Object.keys(JSON.parse(policyFormats.cloudformation(statements)).Outputs)).toHaveLength(1);
});
