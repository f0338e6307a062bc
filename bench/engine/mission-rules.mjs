// BKP102, BKP301 and BKP401 in SQL, with their default parameters, for data without gaps: what SQL can say of them.
// The time to judge as of and what the types can do come in as tables; every restore job names its resource.

/** The columns of an inventory line that the three rules need, and no more. */
const columns = {
  kind: 'VARCHAR',
  accountId: 'VARCHAR',
  region: 'VARCHAR',
  RecoveryPointArn: 'VARCHAR',
  ResourceArn: 'VARCHAR',
  ResourceType: 'VARCHAR',
  Status: 'VARCHAR',
  CreationDate: 'TIMESTAMP',
  CompletionDate: 'TIMESTAMP',
  VaultType: 'VARCHAR',
  Lifecycle: 'STRUCT(DeleteAfterDays BIGINT, DeleteAfterEvent VARCHAR)',
  CalculatedLifecycle: 'STRUCT(DeleteAt TIMESTAMP)',
  LastBackupTime: 'TIMESTAMP',
  RestoreJobId: 'VARCHAR',
  SourceResourceArn: 'VARCHAR',
  CreatedResourceArn: 'VARCHAR',
  CreatedBy: 'STRUCT(RestoreTestingPlanArn VARCHAR)',
  ValidationStatus: 'VARCHAR',
  ResourceTypeManagementPreference: 'STRUCT(DynamoDB BOOLEAN)',
};

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

const columnList = Object.entries(columns)
  .map(([name, type]) => `${quoted(name)}: ${quoted(type)}`)
  .join(', ');

/** The file is read once, into a table in memory. */
export const readFile = (file) => `
CREATE TABLE line AS SELECT * FROM read_json(${quoted(file)}, format = 'newline_delimited', columns = {${columnList}})
WHERE kind IN ('recoveryPoint', 'protectedResource', 'restoreJob', 'regionSettings')`;

const rowOf = ([type, { airGappedVault, restoreTesting }]) =>
  `(${quoted(type)}, ${airGappedVault === 'depends' ? 'NULL' : airGappedVault}, ${restoreTesting})`;

export const capabilities = (types) => `
CREATE TABLE supported AS SELECT * FROM (VALUES ${Object.entries(types).map(rowOf).join(', ')})
AS t(ResourceType, airGapped, restoreTesting)`;

const days = (from, to) => `(epoch_ms(${to}) - epoch_ms(${from})) / 86400000.0`;

const counts = (from) => `
SELECT count(*) FILTER (WHERE applies AND holds) AS pass, count(*) FILTER (WHERE applies AND NOT holds) AS fail,
  count(*) FILTER (WHERE NOT applies) AS notApplicable, count(*) FILTER (WHERE applies IS NULL OR holds IS NULL) AS unknown
FROM (${from})`;

/** Who never expires is kept for ever. */
const retention = `coalesce(round(${days('CreationDate', 'CalculatedLifecycle.DeleteAt')}),
  nullif(Lifecycle.DeleteAfterDays, -1), 'Infinity'::DOUBLE)`;

const minimumRetention = `
SELECT Status IN ('COMPLETED', 'AVAILABLE') AND Lifecycle.DeleteAfterEvent IS NULL
    AND NOT contains(RecoveryPointArn, ':recovery-point:continuous')
    AND coalesce(VaultType, 'BACKUP_VAULT') <> 'RESTORE_ACCESS_BACKUP_VAULT' AS applies,
  ${retention} >= 35 AS holds
FROM line WHERE kind = 'recoveryPoint'`;

/** One row a resource: those that AWS lists and those that a point names, without what restore tests left behind. */
export const resources = (asOf) => `
CREATE TABLE resource AS
SELECT l.ResourceArn, any_value(s.restoreTesting) AS restoreTesting,
  any_value(coalesce(s.airGapped, r.ResourceTypeManagementPreference.DynamoDB)) AS airGapped,
  ${days("max(CASE WHEN l.kind = 'recoveryPoint' THEN l.CreationDate ELSE l.LastBackupTime END)", `TIMESTAMP ${quoted(asOf)}`)} AS idleDays,
  count(*) FILTER (WHERE l.kind = 'recoveryPoint' AND l.VaultType = 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT'
    AND l.Status IN ('COMPLETED', 'AVAILABLE') AND l.Lifecycle.DeleteAfterEvent IS NULL
    AND ${days('l.CreationDate', `TIMESTAMP ${quoted(asOf)}`)} <= 7) AS copies
FROM line l LEFT JOIN supported s ON s.ResourceType = l.ResourceType
LEFT JOIN line r ON r.kind = 'regionSettings' AND l.ResourceType = 'DynamoDB'
  AND r.accountId = split_part(l.ResourceArn, ':', 5) AND r.region = split_part(l.ResourceArn, ':', 4)
WHERE l.kind IN ('recoveryPoint', 'protectedResource')
  AND NOT regexp_matches(l.ResourceArn, '[:/]awsbackup-restore-test[^:/]*$')
  AND l.ResourceArn NOT IN (SELECT CreatedResourceArn FROM line WHERE kind = 'restoreJob'
    AND CreatedBy.RestoreTestingPlanArn IS NOT NULL AND CreatedResourceArn IS NOT NULL)
GROUP BY l.ResourceArn`;

const airGappedCopy = 'SELECT airGapped AND idleDays <= 35 AS applies, copies >= 1 AS holds FROM resource';

const restoreTestValidated = (asOf) => `
SELECT restoreTesting AND idleDays <= 35 AS applies, coalesce(test.holds, false) AS holds
FROM resource LEFT JOIN (
  SELECT SourceResourceArn, arg_max(Status = 'COMPLETED' AND coalesce(ValidationStatus, '') = 'SUCCESSFUL'
    AND ${days('coalesce(CompletionDate, CreationDate)', `TIMESTAMP ${quoted(asOf)}`)} <= 30,
    (coalesce(CompletionDate, CreationDate), RestoreJobId)) AS holds
  FROM line WHERE kind = 'restoreJob' AND CreatedBy.RestoreTestingPlanArn IS NOT NULL
    AND Status IN ('COMPLETED', 'FAILED', 'ABORTED') AND coalesce(ValidationStatus, '') <> 'VALIDATING'
  GROUP BY SourceResourceArn) test ON test.SourceResourceArn = resource.ResourceArn`;

export const ruleQueries = (asOf) => ({
  BKP102: counts(minimumRetention),
  BKP301: counts(airGappedCopy),
  BKP401: counts(restoreTestValidated(asOf)),
});
