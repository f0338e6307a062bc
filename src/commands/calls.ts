import { resolve } from 'node:path';
import type { ListedAccount } from '../config/accounts-file.ts';
import { loadApiRates } from '../data.ts';
import { joinShards, pointsOf } from '../inventory/join-shards.ts';
import { readInventory } from '../inventory/read-inventory.ts';
import type { Scope } from '../inventory/record.ts';
import type { Io } from '../io.ts';
import { namedAccounts } from '../live-accounts.ts';
import type { LiveOptions } from '../live-options.ts';
import { notesTo } from '../output/notes.ts';
import { writeStdout } from '../output/write-stdout.ts';
import { demandOf } from '../rules/demand.ts';
import { requireRules, rulesInForce } from '../rules-in-force.ts';
import { callCounter } from './calls-count.ts';
import { estimateCalls, type Place } from './calls-estimate.ts';
import { callsText } from './calls-text.ts';
import type { Command } from './command.ts';
import { flagsOfGroup } from './flags.ts';
import { type Given, valueOfFlag, valuesOfFlag } from './given-flags.ts';
import { liveOptions } from './live-options.ts';
import { noteOptions } from './note-options.ts';
import { oneFormat } from './one-format.ts';
import { asOf, fileScope, ruleOptions } from './scan-options.ts';

/** What a live scan with these flags would do to AWS, told without AWS. */
export const calls: Command = {
  name: 'calls',
  takes: [],
  describe: 'Tells what a live scan would call: operations, for which rules, how often, and the time at AWS’s rates.',
  flags: [...flagsOfGroup('Common', 'Source', 'Live', 'Rules'), 'format'],
  formats: 'pretty or json, to stdout; else pretty',
  examples: [
    { line: 'calls', does: 'what one scope takes at least' },
    { line: 'calls --inventory last-week.ndjson.gz', does: 'as many vaults, points and plans as there were then' },
    { line: 'calls --region eu-west-1,us-east-1 --preset all -f json', does: 'two Regions, all rules, as JSON' },
  ],
  run: async ({ given, io }) => {
    const format = oneFormat(given, 'calls', ['pretty', 'json']);
    const inForce = await rulesInForce(ruleOptions(given), io.cwd);
    requireRules(inForce);
    const live = liveOptions(given, inForce.config?.scope);
    const { count, scopes } = await earlierInventory(given, io);
    const places = placesOf(await namedAccounts(live, io.cwd), live.regions, scopes);
    const basis = { places, count, rates: loadApiRates(), rateShare: live.rateShare };
    const estimate = estimateCalls(demandOf(inForce.rules), basis);
    const hasInventory = scopes.length > 0;
    const pretty = () => callsText(estimate, hasInventory, io.columns ?? 120);
    await writeStdout(io, [format === 'json' ? `${JSON.stringify(estimate, null, 2)}\n` : pretty()]);
    noteUncounted(live, hasInventory, notesTo(io, noteOptions(given)).note);
    return 0;
  },
};

async function earlierInventory(given: Given, io: Io) {
  const paths = (valuesOfFlag(given, 'inventory') ?? []).map((path) => (path === '-' ? path : resolve(io.cwd, path)));
  const options = { stdin: io.stdin, fileScope: fileScope(valueOfFlag(given, 'file-scope')) };
  const shards = paths.length === 0 ? [] : await readInventory(paths, options);
  const newest = shards
    .flatMap((shard) => shard.asOf ?? [])
    .sort()
    .at(-1);
  const moment = asOf(valueOfFlag(given, 'as-of')) ?? newest ?? io.now().toISOString();
  const inventory = joinShards(shards, moment);
  return { count: callCounter(inventory, pointsOf(inventory, shards), moment), scopes: inventory.scopes };
}

/** Each account in each Region that is asked for; where one is not named, those of the inventory. */
function placesOf(
  accounts: readonly ListedAccount[] | undefined,
  regions: LiveOptions['regions'],
  scopes: readonly Scope[],
): readonly Place[] {
  const known = (name: 'accountId' | 'region') => (scopes.length === 0 ? [null] : distinct(scopes, name));
  const regionsOf = (wanted: LiveOptions['regions']) =>
    wanted === undefined || wanted === 'all' ? known('region') : wanted;
  if (accounts !== undefined) {
    return accounts.flatMap(({ accountId, regions: own }) => regionsOf(own).map((region) => ({ accountId, region })));
  }
  if (scopes.length > 0 && (regions === undefined || regions === 'all')) return scopes;
  return known('accountId').flatMap((accountId) => regionsOf(regions).map((region) => ({ accountId, region })));
}

const distinct = (scopes: readonly Scope[], name: 'accountId' | 'region'): readonly string[] =>
  [...new Set(scopes.map((scope) => scope[name]))].sort();

function noteUncounted(live: LiveOptions, hasInventory: boolean, note: (line: string) => void): void {
  const open = [...(live.org ? ['accounts --org'] : []), ...(live.regions === 'all' ? ['Regions --region all'] : [])];
  const counted = hasInventory ? 'those of the inventory are counted' : 'one is counted';
  for (const what of open) note(`how many ${what} finds, AWS alone knows: ${counted}`);
  if (Object.keys(live.filters).length > 0) note('--filter is not counted: it may make the lists shorter');
}
