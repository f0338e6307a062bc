import type { Report } from '../../src/reporters/reporter.ts';
import type { CarriedResult } from '../../src/reporters/sarif/carried.ts';
import type { ResultWaiver } from '../../src/result.ts';
import { estate } from './estate.ts';
import { accepted } from './fixture.ts';

const since = '2026-11-01T02:00:00.000Z';
const region = { startLine: 3, startColumn: 5, endLine: 9, endColumn: 6 };

export const carried: CarriedResult = {
  ruleId: 'BKP301',
  fingerprint: 'c'.repeat(32),
  severity: 'high',
  message: 'archive has no recovery point in an air-gapped vault younger than 7 days (in the one scope read).',
  target: {
    kind: 'protectedResource',
    name: 'archive',
    id: 'arn:aws:s3:::archive',
    resourceType: 'S3',
    accountId: '444455556666',
    region: 'eu-west-1',
  },
  places: ['444455556666/eu-west-1'],
  count: 1,
  sample: ['arn:aws:s3:::archive'],
  related: [],
  lastSeen: '2026-11-23T02:00:00.000Z',
  firstSeen: since,
  baseline: { state: 'unchanged', since },
  isFailing: true,
};

export const waiver: ResultWaiver = {
  fingerprint: 'f'.repeat(32),
  reason: accepted.reason,
  owner: accepted.owner,
  ticket: accepted.ticket,
  expires: '2026-12-01',
  state: 'expiring',
  findings: 1,
  warnings: ['expires in 7 days, on 2026-12-01'],
};

const target = (name: string) => ({ kind: 'protectedResource', id: `arn:aws:rds:eu-west-1:111122223333:db:${name}` });

/** The estate with all that an evidence log may show. */
export const wholeEstate: Report = {
  ...estate,
  result: {
    ...estate.result,
    waivers: [waiver],
    findings: estate.result.findings.map((finding) => ({
      ...finding,
      waiver: finding.target.name === 'media' ? accepted : null,
      baseline:
        finding.target.name === 'orders-db'
          ? { state: 'new', since: estate.result.asOf }
          : { state: 'unchanged', since },
    })),
    outcomes: [
      {
        ruleId: 'BKP102',
        outcome: 'pass',
        target: { kind: 'recoveryPoint', id: 'arn:aws:rds:eu-west-1:1:snapshot:x' },
      },
      {
        ruleId: 'BKP102',
        outcome: 'pass',
        target: { kind: 'recoveryPoint', id: 'arn:aws:rds:eu-west-1:1:snapshot:x' },
      },
      { ruleId: 'BKP301', outcome: 'notApplicable', target: target('sessions') },
      { ruleId: 'BKP301', outcome: 'pass', target: target('sessions') },
    ],
  },
  waiverPlaces: [{ file: '/repo/backuplint.waivers.json', region, text: '{ "rule": "air-gapped-copy" }' }],
  exitCode: 1,
  carried: [carried],
  frameworks: {
    'nist-800-53-r5': {
      name: 'NIST SP 800-53',
      version: 'Revision 5',
      url: 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final',
    },
  },
};
