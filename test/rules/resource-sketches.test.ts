import { expect, test } from 'vitest';
import { checked, ruleText } from './checked-text.ts';
import {
  active,
  airGapped,
  all,
  any,
  copyInto,
  days,
  ended,
  fresh,
  is,
  type Members,
  number,
  of,
  parameter,
  part,
  resource,
  since,
  some,
  sound,
} from './sketch.ts';

/** Rules of the catalogue that judge resources, as people would write them. */
test.each<[string, Members]>([
  [
    'BKP002',
    {
      target: resource,
      parameters: `{ ${number('maxAgeHours', 24)} }`,
      require: all(some('recoveryPoints', all(...sound, since('hours', 'CreationDate', '', parameter('maxAgeHours'))))),
    },
  ],
  [
    'BKP205',
    {
      target: resource,
      parameters: days,
      require: all(some('recoveryPoints', all(...sound, part('vault', 'lockState', '"compliance"'), fresh))),
    },
  ],
  [
    'BKP301',
    {
      target: resource,
      parameters: `{ ${number('maxAgeDays', 7)}, ${number('activeWithinDays', 35)}, "acceptCopyJobs": { "type": "boolean", "default": false, "description": "It." } }`,
      when: all(part('supports', 'airGappedVault', 'true'), active),
      require: any(
        some('recoveryPoints', all(...sound, is('vaultType', airGapped), fresh)),
        all(
          part('parameters', 'acceptCopyJobs', 'true'),
          some(
            'copyJobs',
            all(
              is('DestinationVaultType', airGapped),
              is('State', '"COMPLETED"'),
              is('ageDays', '7', 'lessThan'),
              part('recoveryPoint', 'ageDays', parameter('maxAgeDays'), 'lessThanInclusive'),
            ),
          ),
        ),
      ),
    },
  ],
  [
    'BKP303',
    {
      target: resource,
      facts: `{ "lastCopy": { ${of('newest', 'copyJobs', copyInto)} } }`,
      when: all(is('lastCopy', 'true', 'exists')),
      require: all(part('lastCopy', 'State', '"COMPLETED"')),
      message: '"{{target}} {{lastCopy.State}} {{lastCopy.date}} {{lastCopy.StatusMessage}}"',
    },
  ],
  [
    'BKP311',
    {
      target: resource,
      parameters: `{ ${number('copies', 2)} }`,
      require: all(
        `{ ${of('distinct', 'recoveryPoints', all(...sound), '"fact": ["accountId", "region"],')}, "operator": "greaterThanInclusive", "value": ${parameter('copies')} }`,
        some('recoveryPoints', all(...sound, part('vault', 'lockState', '"compliance"'))),
      ),
    },
  ],
  [
    'BKP401',
    {
      target: resource,
      parameters: `{ ${number('maxAgeDays', 30)}, ${number('activeWithinDays', 35)}, "allowManual": { "type": "boolean", "default": false, "description": "It." } }`,
      facts: `{ "lastTest": { ${of('newest', 'restoreJobs', ended)} } }`,
      when: all(part('supports', 'restoreTesting', 'true'), active),
      require: all(
        part('lastTest', 'Status', '"COMPLETED"'),
        part('lastTest', 'ValidationStatus', '"SUCCESSFUL"'),
        part('lastTest', 'ageDays', parameter('maxAgeDays'), 'lessThanInclusive'),
      ),
      message: `[{ "when": ${all(is('lastTest', 'false', 'exists'))}, "text": "{{target}} never" }, { "when": ${all(part('lastTest', 'Status', '["FAILED", "ABORTED"]', 'in'))}, "text": "{{lastTest.CreationDate}} {{lastTest.Status}}" }, { "text": "{{maxAgeDays}}" }]`,
    },
  ],
  [
    'BKP404',
    {
      target: resource,
      parameters: days,
      require: all(
        some(
          'restoreJobs',
          all(
            is('isTest', 'true'),
            is('ValidationStatus', '"SUCCESSFUL"'),
            part('vault', 'vaultType', airGapped),
            fresh,
          ),
        ),
      ),
    },
  ],
  [
    'C3',
    {
      target: resource,
      parameters: `{ ${number('days', 3)} }`,
      require: all(
        `{ ${of('distinct', 'recoveryPoints', all(...sound), '"fact": "dayIndex",')}, "operator": "greaterThanInclusive", "value": ${parameter('days')} }`,
      ),
    },
  ],
])('%s is carried', async (_, members) => {
  expect(await checked(ruleText(members), 'shipped')).toMatchObject({ faults: [], warnings: [] });
});
