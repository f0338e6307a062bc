// The lines of an inventory, in the order in which `collect` writes them: scope by scope, list by list, each with its
// coverage line; the points vault by vault, and there the newest of every resource first.
import { asOf, resourceOf, scopes, slotsOf, vaultName, vaultsOf } from './estate.mjs';
import { copyJob, protectedResource, restoreJob } from './jobs.mjs';
import { pointRecord } from './points.mjs';

/** In all, where that gives each resource one to ten. */
const restoreJobs = 100_000;

/** A share `fails` of the points fails. With more points a resource it is asked smaller, and the resources' stays. */
export function* linesOf({ points, perResource, fails }) {
  const resourceFails = (fails * perResource) / 10;
  const resources = Array.from({ length: points / perResource }, (_, index) => resourceOf(index, resourceFails));
  const slots = slotsOf(perResource);
  let records = 0;
  yield { kind: 'inventory', schemaVersion: 1, generator: 'backuplint/bench', asOf, scopes };
  for (const scope of scopes) {
    for (const line of scopeLines(scope, { resources, slots, fails })) {
      if (line.kind !== 'coverage') records += 1;
      yield line;
    }
  }
  yield { kind: 'end', records };
}

function* scopeLines(scope, { resources, slots, fails }) {
  const vaults = vaultsOf(scope);
  const own = resources.filter((resource) => isIn(scope, resource.scope));
  const turns = Math.min(10, Math.max(1, Math.round(restoreJobs / resources.length)));
  yield* listed(scope, { operation: 'ListBackupVaults' }, vaults.map(vaultRecord));
  for (const vault of vaults) {
    const operation = 'ListRecoveryPointsByBackupVault';
    yield* listed(scope, { operation, resource: vault.arn }, vaultPoints(vault, { resources, slots, fails }));
  }
  yield* listed(
    scope,
    { operation: 'ListProtectedResources' },
    each(own, (one) => protectedResource(one, slots)),
  );
  yield* listed(scope, { operation: 'ListRestoreJobs' }, testsOf(own, turns, slots));
  const copied = own.filter(({ isCopied }) => isCopied);
  yield* listed(
    scope,
    { operation: 'ListCopyJobs' },
    each(copied, (one) => copyJob(one, slots)),
  );
  yield* listed(scope, { operation: 'DescribeRegionSettings' }, [regionSettings(scope)]);
}

const isIn = (scope, { accountId, region }) => scope.region === region && scope.accountId === accountId;

function* each(items, recordOf) {
  for (const item of items) yield recordOf(item);
}

function* listed({ accountId, region }, what, records) {
  let items = 0;
  for (const record of records) {
    items += 1;
    yield record;
  }
  yield { kind: 'coverage', accountId, region, ...what, status: 'ok', items };
}

/** A vault of copies has those of its whole Region. */
function* vaultPoints(vault, { resources, slots, fails }) {
  const isForCopies = vault.type !== 'BACKUP_VAULT';
  const here = resources.filter(({ scope }) => (isForCopies ? scope.region === vault.region : isIn(vault, scope)));
  for (const slot of slots) {
    for (const resource of here) {
      if (vaultName(slot, resource) === (isForCopies ? 'copy' : vault.name)) yield pointRecord(slot, resource, fails);
    }
  }
}

/** The newest of every resource first. */
function* testsOf(resources, turns, slots) {
  for (let turn = 0; turn < turns; turn += 1) {
    for (const resource of resources) yield restoreJob(resource, turn, turns, slots);
  }
}

const vaultRecord = ({ accountId, region, name, arn, type }) => ({
  ...{ kind: 'backupVault', accountId, region, BackupVaultName: name, BackupVaultArn: arn },
  ...{ VaultType: type, VaultState: 'AVAILABLE', CreationDate: '2024-03-30T09:00:00.000Z', Locked: true },
  ...{ MinRetentionDays: 7, MaxRetentionDays: 3650, LockDate: '2025-01-24T09:00:00.000Z' },
});

const regionSettings = ({ accountId, region }) => ({
  ...{ kind: 'regionSettings', accountId, region },
  ResourceTypeOptInPreference: { Aurora: true, DynamoDB: true, EBS: true, EC2: true, EFS: true, RDS: true, S3: true },
  ResourceTypeManagementPreference: { DynamoDB: true, EFS: true },
});
