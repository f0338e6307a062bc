import { DescribeProtectedResourceCommand, ListProtectedResourcesCommand } from '@aws-sdk/client-backup';
import { type Collector, textOf } from './collector.ts';
import { pageSize } from './page-size.ts';

export const protectedResourceCollectors: readonly Collector[] = [
  {
    operation: 'ListProtectedResources',
    call: ({ token }, { backup, options }) =>
      backup.send(new ListProtectedResourcesCommand({ MaxResults: pageSize, NextToken: token }), options),
    member: 'Results',
    nextToken: 'NextToken',
  },
  {
    operation: 'DescribeProtectedResource',
    call: ({ about }, { backup, options }) =>
      backup.send(new DescribeProtectedResourceCommand({ ResourceArn: textOf(about, 'ResourceArn') }), options),
  },
];
