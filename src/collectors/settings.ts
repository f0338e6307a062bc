import { DescribeGlobalSettingsCommand, DescribeRegionSettingsCommand } from '@aws-sdk/client-backup';
import type { Collector } from './collector.ts';

export const settingsCollectors: readonly Collector[] = [
  {
    operation: 'DescribeRegionSettings',
    call: (_, { backup, options }) => backup.send(new DescribeRegionSettingsCommand({}), options),
  },
  {
    operation: 'DescribeGlobalSettings',
    call: (_, { backup, options }) => backup.send(new DescribeGlobalSettingsCommand({}), options),
    // Of an account outside any organization AWS says so by an error.
    none: ['InvalidRequestException'],
  },
];
