import type { Flag } from './flags.ts';

/** What a scan fails on, and how a finding is accepted. */
export const gateFlags = {
  'fail-on': {
    type: 'value',
    group: 'Gate',
    value: 'SEVERITY',
    describe: 'the least severity that gives exit 1: critical, high, medium, low, info or never; else high',
  },
  'allow-incomplete': { type: 'switch', group: 'Gate', describe: 'exit 0, not 3, where something could not be judged' },
  waivers: {
    type: 'value',
    group: 'Gate',
    value: 'FILE',
    describe: 'findings that are accepted; else the file that the config names',
  },
  baseline: {
    type: 'value',
    group: 'Gate',
    value: 'FILE',
    describe: 'an earlier result, json or evidence, that findings are compared with',
  },
  'update-baseline': {
    type: 'switch',
    group: 'Gate',
    describe: 'write what is found now over the baseline: it is accepted, and does not fail',
  },
  'new-only': {
    type: 'switch',
    group: 'Gate',
    describe: 'fail on what the baseline does not have, and on nothing else',
  },
  verify: {
    type: 'value',
    group: 'Gate',
    value: 'WHAT',
    describe:
      'the verdicts that json-rules-engine checks: all, sample or off; else sample, with every finding up to 10,000',
  },

  reason: { type: 'value', group: 'Waive', value: 'TEXT', describe: 'why the finding is accepted' },
  owner: { type: 'value', group: 'Waive', value: 'NAME', describe: 'whose decision it is' },
  expires: { type: 'value', group: 'Waive', value: 'DAY', describe: 'the last day on which it applies: 2027-03-31' },
  ticket: { type: 'value', group: 'Waive', value: 'ID', describe: 'where it was decided' },
  result: {
    type: 'value',
    group: 'Waive',
    value: 'FILE',
    describe: 'a result, json or evidence, in which the finding must be; the waiver then names its rule, too',
  },
} as const satisfies { readonly [name: string]: Flag };
