import { gateFlags } from './gate-flags.ts';

/** How often a flag may be given, and with what. Paths and name=value pairs are not cut at commas: they may hold one. */
export type FlagType = 'switch' | 'value' | 'list' | 'paths' | 'pairs' | 'formats';

export type Flag = {
  readonly type: FlagType;
  readonly group: 'Common' | 'Config' | 'Source' | 'Live' | 'Collect' | 'Rules' | 'Gate' | 'Waive' | 'Output' | 'Init';
  readonly describe: string;
  /** What its value is called in the help. */
  readonly value?: string;
  readonly short?: string;
  /** A switch that is also known as --no-<name>. */
  readonly negatable?: true;
};

export const flags = {
  config: {
    type: 'value',
    group: 'Common',
    short: 'c',
    value: 'FILE',
    describe: 'the config; else backuplint.json here, if there is one',
  },
  quiet: { type: 'switch', group: 'Common', short: 'q', describe: 'nothing on stderr but errors and missing reports' },
  verbose: { type: 'switch', group: 'Common', short: 'v', describe: 'say on stderr what was loaded and read' },
  color: {
    type: 'switch',
    group: 'Common',
    negatable: true,
    describe: 'colour the pretty report; else as NO_COLOR, FORCE_COLOR and the terminal say',
  },
  progress: { type: 'switch', group: 'Common', negatable: true, describe: 'name each step on stderr as it begins' },
  help: { type: 'switch', group: 'Common', short: 'h', describe: 'this help' },
  version: { type: 'switch', group: 'Common', describe: 'the version alone' },

  'print-config': {
    type: 'switch',
    group: 'Config',
    describe: 'print what config and flags come to, with what says each value, and end',
  },

  inventory: {
    type: 'paths',
    group: 'Source',
    value: 'PATH…',
    describe: 'inventory files or AWS CLI output: files, folders, or - for stdin',
  },
  'file-scope': {
    type: 'value',
    group: 'Source',
    value: 'ACCOUNT/REGION',
    describe: 'where AWS CLI output that does not say so was read',
  },
  'as-of': {
    type: 'value',
    group: 'Source',
    value: 'ISO',
    describe: 'the moment to judge for, e.g. 2026-11-20T06:00:00Z; else when the inventory was read',
  },

  profile: {
    type: 'value',
    group: 'Live',
    value: 'NAME',
    describe: 'of the AWS config files; else what the environment gives',
  },
  region: {
    type: 'list',
    group: 'Live',
    value: 'REGION…',
    describe: 'where to read, or all; else those of the config, else the Region of the AWS SDK',
  },
  account: { type: 'list', group: 'Live', value: 'ID…', describe: 'whose backups to read; else your own account’s' },
  'role-name': {
    type: 'value',
    group: 'Live',
    value: 'NAME',
    describe: 'the role to read with, of this name in each account',
  },
  'external-id': { type: 'value', group: 'Live', value: 'ID', describe: 'what the role asks for when it is assumed' },
  org: { type: 'switch', group: 'Live', describe: 'every active account of the organization' },
  'accounts-file': {
    type: 'value',
    group: 'Live',
    value: 'FILE',
    describe: 'accounts, Regions and roles in the form of c7n-org, as JSON',
  },
  filter: {
    type: 'pairs',
    group: 'Live',
    value: 'NAME=VALUE…',
    describe: 'read that part alone, by a filter of AWS, e.g. ByResourceType=EBS; the rest counts as unread',
  },
  concurrency: { type: 'value', group: 'Live', value: 'N', describe: 'scopes read at once; else 8' },
  'rate-share': {
    type: 'value',
    group: 'Live',
    value: 'SHARE',
    describe: 'of the calls a second that AWS allows, the part to use, 0.02 to 1; else 0.8',
  },

  only: {
    type: 'value',
    group: 'Collect',
    value: 'WHAT',
    describe: 'jobs: nothing but the job lists, for the history',
  },
  resume: {
    type: 'value',
    group: 'Collect',
    value: 'FILE',
    describe: 'an inventory that was cut off: what it holds is not read again',
  },

  preset: {
    type: 'list',
    group: 'Rules',
    value: 'NAME…',
    describe: 'rule sets, in place of the `extends` of the config',
  },
  rule: { type: 'list', group: 'Rules', value: 'ID…', describe: 'exactly these rules, by id or name' },
  'rule-file': {
    type: 'paths',
    group: 'Rules',
    value: 'PATH…',
    describe: 'rule files of your own; without config and --preset they alone are in force',
  },
  framework: {
    type: 'value',
    group: 'Rules',
    value: 'NAME',
    describe: 'of the rules in force those that a framework asks for, e.g. nist-800-53-r5',
  },

  ...gateFlags,

  format: {
    type: 'formats',
    group: 'Output',
    short: 'f',
    value: 'NAME[=FILE]…',
    describe: 'pretty, json, sarif, evidence, junit, markdown, github, csv or html, to stdout or to FILE; else pretty',
  },
  output: { type: 'value', group: 'Output', short: 'o', value: 'FILE', describe: 'where the one format goes' },
  include: {
    type: 'list',
    group: 'Output',
    value: 'WHAT…',
    describe:
      'pass, notApplicable: those outcomes one by one, in json and evidence; overview: what the estate looks like, in json, markdown and html (which has it anyway)',
  },
  redact: {
    type: 'switch',
    group: 'Output',
    describe:
      'show no account id: the accountAliases of the config instead, or a token by the secret in BACKUPLINT_REDACT_KEY',
  },
  category: {
    type: 'value',
    group: 'Output',
    value: 'NAME',
    describe: 'tells several scans of one repository apart in code scanning; else backuplint',
  },
  'on-partial': {
    type: 'value',
    group: 'Output',
    value: 'carry=EVIDENCE',
    describe: 'where not all was read, sarif keeps what that earlier evidence file says of the rest; else no sarif',
  },

  ci: {
    type: 'value',
    group: 'Init',
    value: 'WHERE',
    describe:
      'a workflow as well, for github, gitlab or cron; else github where the repository is there; none: without',
  },
} as const satisfies { readonly [name: string]: Flag };

export type FlagName = keyof typeof flags;

export const flagNames = Object.keys(flags).filter(isFlagName);

export function isFlagName(name: string): name is FlagName {
  return Object.hasOwn(flags, name);
}

export const flagOf = (name: FlagName): Flag => flags[name];

export const flagsOfGroup = (...groups: readonly Flag['group'][]): readonly FlagName[] =>
  flagNames.filter((name) => groups.includes(flagOf(name).group));
