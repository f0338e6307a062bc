// Requirements on a protected resource that look at each of its recovery points. All ask for at least so much: copies
// that AWS forgot after 30 days may lie anywhere, so that no upper end could be decided.
const leaf = (fact, operator, value) => ({ fact, operator, value });
const usable = leaf('usable', 'equal', true);
const isInUse = { all: [leaf('daysSinceLastBackup', 'lessThanInclusive', 35)] };
const over = (name, where, more = {}) => ({
  fact: name,
  params: { of: 'recoveryPoints', where: { all: where }, ...more },
});

const hasEnough = (step) => ({
  ...over('count', [usable, leaf('ageDays', 'lessThanInclusive', 30 + step)]),
  operator: 'greaterThanInclusive',
  value: 3,
});

const isKept = (step) => ({
  ...over('max', [usable, leaf('temporary', 'equal', false)], { fact: 'retentionDays' }),
  ...{ operator: 'greaterThanInclusive', value: 30 + step },
});

const isOnManyDays = (step) => ({
  ...over('distinct', [usable, leaf('ageDays', 'lessThanInclusive', 14 + step)], { fact: 'dayIndex' }),
  ...{ operator: 'greaterThanInclusive', value: 3 },
});

const newestIsEncrypted = (step) => ({
  ...over('newest', [usable, leaf('ageDays', 'greaterThan', step / 10)], { fact: 'IsEncrypted' }),
  ...{ operator: 'equal', value: true },
});

const holdsData = (step) => ({
  ...over('sum', [usable, leaf('vaultType', 'equal', 'BACKUP_VAULT')], { fact: 'BackupSizeInBytes' }),
  ...{ operator: 'greaterThan', value: 2 ** 30 + step },
});

export const resourceForms = [hasEnough, isKept, isOnManyDays, newestIsEncrypted, holdsData].map((form) => (step) => ({
  target: 'protectedResource',
  when: isInUse,
  require: { all: [form(step)] },
}));
