import type { Report } from '../../../src/reporters/reporter.ts';
import type { Evidence, Finding, Target } from '../../../src/result.ts';
import { severities } from '../../../src/severity.ts';
import { activeRule, finding, gap, reportOf } from '../fixture.ts';
import { asOf, overview, type Resource, resources } from './shop.ts';

const count = { of: 'recoveryPoints', where: { all: [{ fact: 'usable', operator: 'equal', value: true }] } };
const atLeastOne = { all: [{ fact: 'count', params: count, operator: 'greaterThanInclusive', value: 1 }] };
const parameter = (name: string) => ({ fact: 'parameters', path: `$.${name}` });
const active = { fact: 'daysSinceLastBackup', operator: 'lessThanInclusive', value: parameter('activeWithinDays') };

const recent = activeRule(
  {
    id: 'BKP002',
    name: 'recent-recovery-point',
    severity: 'critical',
    require: atLeastOne,
    when: { all: [active] },
    title: 'Every protected resource has a recent recovery point that can be restored',
    description: 'What was written since the newest usable recovery point is lost with the resource.',
    remediation:
      'Look at the newest backup jobs of the resource: aws backup list-backup-jobs --by-resource-arn ARN. Where there are none, no plan selects it: add it to a selection.',
  },
  { parameters: { maxAgeHours: 36, activeWithinDays: 35 } },
);
const lock = activeRule({
  id: 'BKP202',
  name: 'vault-lock-final',
  target: 'backupVault',
  title: 'Every vault in use is locked in compliance mode, for good',
  description: 'A lock in governance mode, or one that is cooling off, can be lifted by whoever has the permission.',
  require: { all: [{ fact: 'lockState', operator: 'equal', value: 'compliance' }] },
  remediation:
    'Lock the vault: aws backup put-backup-vault-lock-configuration --backup-vault-name NAME --changeable-for-days 3.',
});
const airGap = activeRule(
  {
    id: 'BKP301',
    name: 'air-gapped-copy',
    require: atLeastOne,
    when: { all: [active] },
    title: 'Every protected resource has a fresh recovery point in a logically air-gapped vault',
    description: 'What lies in the same account, under the same administrators, goes with it.',
    frameworks: {
      'nist-800-53-r5': [{ id: 'CP-9(3)', basis: 'judgement' }],
      dora: [{ id: 'Art. 12(3)', basis: 'judgement' }],
    },
    remediation:
      'Add a copy action to a logically air-gapped vault to the plan, or make the vault the target of the plan rule.',
  },
  { parameters: { maxAgeDays: 8, activeWithinDays: 35 } },
);
const tested = activeRule(
  {
    id: 'BKP401',
    name: 'restore-test-validated',
    title: 'Every protected resource has a recent restore test that was validated as successful',
    description: 'A backup is proven by restoring it and looking at what came back.',
    require: {
      all: [
        { fact: 'lastTest', path: '$.Status', operator: 'equal', value: 'COMPLETED' },
        { fact: 'lastTest', path: '$.ageDays', operator: 'lessThanInclusive', value: parameter('maxAgeDays') },
      ],
    },
    remediation:
      'Put the resource into a restore testing selection, and report a result for each test with aws backup put-restore-validation-result.',
  },
  { parameters: { maxAgeDays: 30 } },
);
const crossRegion = activeRule({
  id: 'BKP308',
  name: 'cross-region-copy',
  severity: 'medium',
  title: 'Every protected resource has a recovery point in another Region',
  require: atLeastOne,
  remediation: 'Add a copy action to a vault in another Region to the plan rule.',
});
const tagged = activeRule({
  id: 'BKP503',
  name: 'points-tagged',
  severity: 'info',
  title: 'Every recovery point carries the tags of its resource',
  target: 'recoveryPoint',
});
const evidenceRule = activeRule({
  id: 'BKP507',
  name: 'evidence-complete',
  severity: 'medium',
  title: 'What the other rules need was read',
  target: 'scope',
});
const own = activeRule(
  {
    id: 'ACME-1',
    name: 'vaults-named',
    severity: 'low',
    title: 'Every vault says in its name whose it is',
    target: 'backupVault',
  },
  { origin: 'own' },
);

const target = ({ id, name, resourceType, accountId, region }: Resource): Target => ({
  kind: 'protectedResource',
  id,
  name,
  resourceType,
  accountId,
  region,
});
const leaf = (at: string, over: Partial<Evidence>): Evidence => ({
  at,
  fact: 'count',
  operator: 'greaterThanInclusive',
  expected: 1,
  holds: false,
  ...over,
});
const concerned = leaf('/when/all/0', {
  fact: 'daysSinceLastBackup',
  operator: 'lessThanInclusive',
  expected: 35,
  actual: 5.0611,
  holds: true,
});
const unread =
  'ListRecoveryPointsByBackupVault of arn:aws:backup:eu-central-1:444455556666:backup-vault:analytics in 444455556666/eu-central-1 was denied (AccessDeniedException): grant backup:ListRecoveryPointsByBackupVault';
const cannotTell = (name: string, title: string): Partial<Finding> => ({
  outcome: 'unknown',
  message: `Cannot tell for ${name} whether "${title}": ${unread}`,
  evidence: [leaf('/require/all/0', { actual: 'unread', holds: null })],
  gaps: [2],
});

const waivers = [
  {
    rule: 'BKP301',
    match: { accountId: '444455556666', resourceType: ['RDS', 'EC2', 'EBS'] },
    reason: 'Staging is rebuilt from code, and holds no data of customers',
    owner: 'platform@acme.example',
    ticket: 'OPS-2214',
    expires: '2027-03-31',
    state: 'used' as const,
    findings: 3,
    warnings: [],
  },
  {
    rule: 'BKP401',
    match: { id: '*web-legacy' },
    reason: 'Switched off in December',
    owner: 'web@acme.example',
    expires: '2026-11-28',
    state: 'expiring' as const,
    findings: 1,
    warnings: ['expires in 8 days'],
  },
  {
    fingerprint: '0ffa3c653898661acaedaba43cdbf0b2',
    reason: 'The vendor copies it',
    owner: 'data@acme.example',
    expires: '2026-10-01',
    state: 'expired' as const,
    findings: 1,
    warnings: ['expired 2026-10-01: one finding is open again'],
  },
  {
    rule: 'BKP308',
    match: { tags: { env: 'test' } },
    reason: 'Test data',
    owner: 'qa@acme.example',
    ticket: 'QA-7',
    expires: '2027-01-01',
    state: 'unused' as const,
    findings: 0,
    warnings: ['accepts nothing'],
  },
];
const waiverAt = (at: number): Partial<Finding> => {
  const { reason = '', owner = '', expires = '' } = waivers[at] ?? {};
  return { waiver: { at, reason, owner, expires } };
};
const known = (name: string): Partial<Finding> => ({
  baseline: ['vouchers', 'batch-01', 'clearance'].includes(name)
    ? { state: 'new', since: asOf }
    : { state: name === 'pos-gateway' ? 'updated' : 'unchanged', since: '2026-08-14T06:00:00.000Z' },
});

const stale = resources.filter(({ ageHours }) => ageHours === '-' || Number(ageHours) > 36);
const findings = [
  ...stale.map((each) =>
    finding(recent, target(each), {
      message: `${each.name} has no usable recovery point younger than 36 hours`,
      evidence: [concerned, leaf('/require/all/0', { actual: 0 })],
      ...known(each.name),
    }),
  ),
  ...resources
    .filter(({ ageHours }) => ageHours === '?')
    .map((each) => finding(recent, target(each), { ...cannotTell(each.name, recent.rule.title), ...known(each.name) })),
  ...overview.vaults.listed
    .filter(({ lockState }) => lockState !== 'compliance')
    .map(({ id, name, accountId, region, lockState }) =>
      finding(
        lock,
        { kind: 'backupVault', id, name, ...(accountId && { accountId }), ...(region && { region }) },
        lockState === 'unknown'
          ? { outcome: 'unknown', message: `Cannot tell for ${name} whether it is locked`, gaps: [2], ...known(name) }
          : {
              message: lockState === 'none' ? `${name} is not locked` : `The lock of ${name} can be lifted`,
              evidence: [
                leaf('/require/all/0', {
                  fact: 'lockState',
                  operator: 'equal',
                  expected: 'compliance',
                  actual: lockState,
                }),
              ],
              ...known(name),
            },
      ),
    ),
  ...resources
    .filter(({ copies }) => copies[2] !== 'y')
    .map((each) =>
      finding(airGap, target(each), {
        ...(each.copies[2] === '?'
          ? cannotTell(each.name, airGap.rule.title)
          : {
              message: `${each.name} has no usable recovery point in a logically air-gapped vault younger than 8 days (in the 6 scopes read)`,
              evidence: [concerned, leaf('/require/all/0', { actual: 0 })],
              related: [`arn:aws:backup:eu-west-1:111122223333:recovery-point:${each.name}`],
            }),
        ...known(each.name),
        ...(each.accountId === '444455556666' && /staging|spark/.test(each.name) ? waiverAt(0) : {}),
      }),
    ),
  ...resources
    .filter((each) => each.tested === '-' || Number(each.tested) > 30)
    .map((each) =>
      finding(tested, target(each), {
        message:
          each.tested === '-'
            ? `${each.name} was never restore-tested`
            : `The newest restore test of ${each.name} is more than 30 days old`,
        evidence: [
          leaf('/require/all/0', { fact: 'lastTest', path: '$.Status', operator: 'equal', expected: 'COMPLETED' }),
          leaf('/require/all/1', {
            fact: 'lastTest',
            path: '$.ageDays',
            operator: 'lessThanInclusive',
            expected: 30,
            ...(each.tested === '-' ? {} : { actual: each.tested }),
          }),
        ],
        ...known(each.name),
        ...(each.name === 'web-legacy' ? waiverAt(1) : {}),
      }),
    ),
  ...resources
    .filter(({ copies, resourceType }) => copies[1] === 'n' && /RDS|Aurora|Neptune/.test(resourceType))
    .map((each) =>
      finding(crossRegion, target(each), {
        message: `${each.name} has no usable recovery point in another Region`,
        evidence: [leaf('/require/all/0', { actual: 0 })],
        ...known(each.name),
      }),
    ),
  finding(
    evidenceRule,
    { kind: 'scope', id: '444455556666/eu-central-1', accountId: '444455556666', region: 'eu-central-1' },
    { outcome: 'unknown', message: `Cannot tell for 444455556666/eu-central-1: ${unread}`, gaps: [1, 2], ...known('') },
  ),
  finding(
    own,
    {
      kind: 'backupVault',
      id: overview.vaults.listed[0]?.id ?? '',
      name: 'Default',
      accountId: '111122223333',
      region: 'eu-west-1',
    },
    { message: 'Default does not say whose it is', ...known('') },
  ),
];

const { result, ...rest } = reportOf({
  rules: [own, recent, lock, airGap, tested, crossRegion, tagged, evidenceRule],
  findings,
  pass: 24,
  notApplicable: 3,
  gaps: [
    gap('ListBackupVaults', 'notRead', { accountId: '123456789012' }),
    gap('ListBackupJobs', 'throttled', {
      accountId: '444455556666',
      region: 'eu-central-1',
      error: { name: 'ThrottlingException', message: 'Rate exceeded' },
    }),
    gap('ListRecoveryPointsByBackupVault', 'denied', {
      accountId: '444455556666',
      region: 'eu-central-1',
      resource: 'arn:aws:backup:eu-central-1:444455556666:backup-vault:analytics',
      error: {
        name: 'AccessDeniedException',
        message:
          'User: arn:aws:sts::444455556666:assumed-role/backuplint-read/scan is not authorized to perform: backup:ListRecoveryPointsByBackupVault',
      },
    }),
  ],
});
const failing = findings.filter(({ outcome, waiver }) => outcome === 'fail' && waiver === null);

/** An estate with everything that a report may show. */
export const rich: Report = {
  ...rest,
  operations: [
    'DescribeRegionSettings',
    'ListBackupVaults',
    'ListCopyJobs',
    'ListProtectedResources',
    'ListRecoveryPointsByBackupVault',
    'ListRestoreJobs',
  ],
  exitCode: 1,
  result: {
    ...result,
    asOf,
    scopes: ['111122223333', '444455556666', '777788889999'].flatMap((accountId) =>
      ['eu-central-1', 'eu-west-1'].map((region) => ({
        accountId,
        region,
        complete: `${accountId}/${region}` !== '444455556666/eu-central-1',
      })),
    ),
    summary: {
      ...result.summary,
      findings: {
        critical: 0,
        high: 0,
        medium: 0,
        low: 0,
        info: 0,
        ...Object.fromEntries(
          severities.map((name) => [name, failing.filter(({ severity }) => severity === name).length]),
        ),
      },
      waived: findings.filter(({ waiver }) => waiver !== null).length,
    },
    waivers,
    overview,
  },
};
