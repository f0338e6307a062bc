import { jsonAnswer } from '../answer.ts';
import { AwsError } from '../aws-error.ts';
import { pathParam } from '../call.ts';
import type { Handlers } from '../handler.ts';
import { settings } from './lists.ts';

const resourceTypes = [
  ...['Aurora', 'CloudFormation', 'DocumentDB', 'DynamoDB', 'EBS', 'EC2', 'EFS', 'EKS', 'FSx', 'Neptune', 'RDS'],
  ...['Redshift', 'Redshift Serverless', 'S3', 'SAP HANA on Amazon EC2', 'Storage Gateway', 'Timestream'],
  'VirtualMachine',
];

export const settingsHandlers: Handlers = {
  DescribeRegionSettings: (call, estate) =>
    settings(call, estate, 'regionSettings') ??
    jsonAnswer(call.service, { ResourceTypeOptInPreference: {}, ResourceTypeManagementPreference: {} }),
  DescribeGlobalSettings: (call, estate) => {
    const answer = settings(call, estate, 'globalSettings');
    if (answer === undefined) throw new AwsError('InvalidRequestException', 'The account is in no organization.');
    return answer;
  },
  ListTags: (call, { options }) =>
    jsonAnswer(call.service, { Tags: options.tags?.[pathParam(call, 'ResourceArn')] ?? {} }),
  GetSupportedResourceTypes: (call) => jsonAnswer(call.service, { ResourceTypes: resourceTypes }),
};
