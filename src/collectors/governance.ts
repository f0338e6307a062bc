import {
  DescribeFrameworkCommand,
  GetLegalHoldCommand,
  ListFrameworksCommand,
  ListLegalHoldsCommand,
  ListReportPlansCommand,
} from '@aws-sdk/client-backup';
import { type Collector, textOf } from './collector.ts';
import { pageSize } from './page-size.ts';

const nextToken = 'NextToken';

/** What auditors ask of AWS Backup itself: legal holds, Audit Manager's frameworks and report plans. */
export const governanceCollectors: readonly Collector[] = [
  {
    operation: 'ListLegalHolds',
    call: ({ token }, { backup, options }) =>
      backup.send(new ListLegalHoldsCommand({ MaxResults: pageSize, NextToken: token }), options),
    member: 'LegalHolds',
    nextToken,
  },
  {
    operation: 'GetLegalHold',
    call: ({ about }, { backup, options }) =>
      backup.send(new GetLegalHoldCommand({ LegalHoldId: textOf(about, 'LegalHoldId') }), options),
    replaces: true,
  },
  {
    operation: 'ListFrameworks',
    call: ({ token }, { backup, options }) =>
      backup.send(new ListFrameworksCommand({ MaxResults: pageSize, NextToken: token }), options),
    member: 'Frameworks',
    nextToken,
  },
  {
    operation: 'DescribeFramework',
    call: ({ about }, { backup, options }) =>
      backup.send(new DescribeFrameworkCommand({ FrameworkName: textOf(about, 'FrameworkName') }), options),
    replaces: true,
  },
  {
    operation: 'ListReportPlans',
    call: ({ token }, { backup, options }) =>
      backup.send(new ListReportPlansCommand({ MaxResults: pageSize, NextToken: token }), options),
    member: 'ReportPlans',
    nextToken,
  },
];
