// json-rules-engine as its README shows it: one engine with all rules, one run for every recovery point with its facts
// as plain values. Arguments: an inventory, how many benchmark rules (of which those that judge a point are used).
// A rule's `when` and `require` are one condition here, so its event is our "pass"; facts are made before the clock runs.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { gunzipSync } from 'node:zlib';
import { Engine } from 'json-rules-engine';
import { day, now } from './estate.mjs';
import { benchPointRules } from './rules/bench-rules.mjs';

const [file, count] = process.argv.slice(2);
const rules = benchPointRules(Number(count));
const points = gunzipSync(readFileSync(file))
  .toString()
  .split('\n')
  .filter((line) => line.startsWith('{"kind":"recoveryPoint"'))
  .map((line) => factsOf(JSON.parse(line)));

function factsOf(point) {
  const { RecoveryPointArn: arn, CreationDate, CalculatedLifecycle, Lifecycle, BackupVaultArn } = point;
  const [, , , region, accountId] = BackupVaultArn.split(':');
  const created = Date.parse(CreationDate);
  const retentionDays = CalculatedLifecycle
    ? Math.round((Date.parse(CalculatedLifecycle.DeleteAt) - created) / day)
    : (Lifecycle?.DeleteAfterDays ?? Number.POSITIVE_INFINITY);
  return {
    ...point,
    ...{ region, accountId, retentionDays, ageDays: (now - created) / day, vaultType: point.VaultType },
    usable: point.Status === 'COMPLETED' || point.Status === 'AVAILABLE',
    temporary: Lifecycle?.DeleteAfterEvent !== undefined,
    continuous: arn.includes(':recovery-point:continuous'),
    neverExpires: retentionDays === Number.POSITIVE_INFINITY,
    composite: point.IsParent === true,
    nested: point.ParentRecoveryPointArn !== undefined,
  };
}

/** A parameter is written out: the engine has no parameters of its own. */
const withValues = (condition, parameters) =>
  JSON.parse(JSON.stringify(condition), (_, value) =>
    value?.fact === 'parameters' ? parameters[value.path.slice(2)].default : value,
  );

const engine = new Engine([], { allowUndefinedFacts: true });
for (const { id, when, require, parameters } of rules) {
  engine.addRule({ conditions: withValues({ all: [when, require] }, parameters), event: { type: id } });
}

const passes = Object.fromEntries(rules.map(({ id }) => [id, 0]));
for (const facts of points.slice(0, 500)) await engine.run(facts);
const began = process.hrtime.bigint();
for (const facts of points) for (const { type } of (await engine.run(facts)).events) passes[type] += 1;
const nanoseconds = Number(process.hrtime.bigint() - began);
const each = nanoseconds / points.length / rules.length;
process.stdout.write(`${JSON.stringify({ points: points.length, rules: rules.length, nanoseconds: each, passes })}\n`);
