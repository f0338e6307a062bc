import type { PolicyStatements, Statement } from './iam-policy-statements.ts';

/** Formats of a policy; one document holds the statements of both, templates make a policy of each. */
export const policyFormats = { json: jsonPolicy, cloudformation: cloudFormation, terraform };

const version = '2012-10-17';

type Part = { readonly id: string; readonly policyName: string; readonly does: string };

const readerPart: Part = {
  id: 'BackuplintReader',
  policyName: 'backuplint-reader',
  does: 'What backuplint reads in an account, by the rules in force; for the role or user that it reads as',
};
const callerPart: Part = {
  id: 'BackuplintCaller',
  policyName: 'backuplint-caller',
  does: 'Finds the accounts and assumes the role that reads in them; for whoever runs backuplint',
};

const partsOf = ({ reader, caller }: PolicyStatements): readonly (Part & { statements: readonly Statement[] })[] =>
  [
    { ...readerPart, statements: reader },
    { ...callerPart, statements: caller },
  ].filter(({ statements }) => statements.length > 0);

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function jsonPolicy({ reader, caller }: PolicyStatements): string {
  return json({ Version: version, Statement: [...reader, ...caller] });
}

/** The names of policies are custom ones, so the stack needs CAPABILITY_NAMED_IAM. */
function cloudFormation(statements: PolicyStatements): string {
  const parts = partsOf(statements);
  const each = <Value>(suffix: string, value: (part: (typeof parts)[number]) => Value) =>
    Object.fromEntries(parts.map((part) => [`${part.id}${suffix}`, value(part)]));
  return json({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Least privilege for backuplint. Create it with CAPABILITY_NAMED_IAM.',
    Parameters: each('PolicyName', ({ policyName }) => ({
      Type: 'String',
      Default: policyName,
      AllowedPattern: '[\\w+=,.@-]{1,128}',
      Description: 'The name of the managed policy',
    })),
    Resources: each('Policy', ({ id, does, statements: Statement }) => ({
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        ManagedPolicyName: { Ref: `${id}PolicyName` },
        Description: does,
        PolicyDocument: { Version: version, Statement },
      },
    })),
    Outputs: each('PolicyArn', ({ id, does }) => ({ Description: does, Value: { Ref: `${id}Policy` } })),
  });
}

/** Laid out as `terraform fmt` does it. */
function terraform(statements: PolicyStatements): string {
  return partsOf(statements)
    .map(({ policyName, does, statements: each }) =>
      [
        `resource "aws_iam_policy" ${hcl(policyName.replaceAll('-', '_'))} {`,
        `  name        = ${hcl(policyName)}`,
        `  description = ${hcl(does)}`,
        '  policy = jsonencode({',
        `    Version = ${hcl(version)}`,
        '    Statement = [',
        ...each.flatMap(statementLines),
        '    ]',
        '  })',
        '}',
        '',
      ].join('\n'),
    )
    .join('\n');
}

const statementLines = ({ Sid, Effect, Action, Resource }: Statement): readonly string[] => [
  '      {',
  `        Sid    = ${hcl(Sid)}`,
  `        Effect = ${hcl(Effect)}`,
  ...listLines('Action', Action),
  ...(typeof Resource === 'string' ? [`        Resource = ${hcl(Resource)}`] : listLines('Resource', Resource)),
  '      },',
];

const listLines = (name: string, values: readonly string[]): readonly string[] => [
  `        ${name} = [`,
  ...values.map((value) => `          ${hcl(value)},`),
  '        ]',
];

/** HCL's strings are JSON's, but for the two openings of a template. */
const hcl = (text: string): string => JSON.stringify(text).replaceAll(/[$%](?=\{)/g, (sign) => sign + sign);
