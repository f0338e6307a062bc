// Requirements on one recovery point, in nothing but json-rules-engine's own operators: it judges them too. `step`
// makes those of one form differ.
const leaf = (fact, operator, value) => ({ fact, operator, value });
const usable = leaf('usable', 'equal', true);
const isPlain = leaf('vaultType', 'equal', 'BACKUP_VAULT');
const isAirGapped = leaf('vaultType', 'equal', 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT');
const member = (fact, path, operator, value) => ({ fact, path, operator, value });
const parameter = (name) => ({ fact: 'parameters', path: `$.${name}` });

const isEncrypted = () => ({
  when: { all: [usable] },
  require: { all: [leaf('IsEncrypted', 'equal', true)] },
});

const isKeptLonger = (step) => ({
  parameters: { minDays: { type: 'number', default: 10 + step, minimum: 1, description: 'Days to keep.' } },
  when: { all: [usable, leaf('temporary', 'equal', false), leaf('continuous', 'equal', false)] },
  require: { all: [leaf('retentionDays', 'greaterThanInclusive', parameter('minDays'))] },
});

const isYoung = (step) => ({
  parameters: { maxDays: { type: 'number', default: 400 + step, minimum: 1, description: 'Days of age.' } },
  when: { all: [isPlain, usable] },
  require: { any: [leaf('ageDays', 'lessThan', parameter('maxDays')), leaf('neverExpires', 'equal', true)] },
});

const isInAllowedPlace = (step) => ({
  when: { all: [leaf('ageDays', 'lessThan', 60 + step)] },
  require: {
    all: [
      leaf('region', 'in', ['eu-central-1', 'eu-west-1', 'eu-north-1']),
      leaf('accountId', 'in', ['111122223333', '222233334444', '333344445555', '444455556666']),
    ],
  },
});

const isCopyOfAGroup = (step) => ({
  when: { all: [isAirGapped, leaf('ResourceType', 'in', ['EBS', 'EC2', 'EFS', 'S3', 'Aurora', 'DynamoDB'])] },
  require: { all: [leaf('retentionDays', 'greaterThanInclusive', 7 + step), leaf('composite', 'equal', false)] },
});

const isBigAndKept = (step) => ({
  when: { any: [leaf('BackupSizeInBytes', 'greaterThan', 2 ** 31 + step * 2 ** 20), leaf('nested', 'equal', true)] },
  require: {
    any: [
      member('Lifecycle', '$.DeleteAfterDays', 'greaterThanInclusive', 14),
      leaf('neverExpires', 'equal', true),
      leaf('temporary', 'equal', true),
    ],
  },
});

export const pointForms = [isEncrypted, isKeptLonger, isYoung, isInAllowedPlace, isCopyOfAGroup, isBigAndKept].map(
  (form) => (step) => ({ target: 'recoveryPoint', ...form(step) }),
);
