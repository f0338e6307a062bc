// The three mission rules in DuckDB, over the same file, in one thread. Argument: the file. Prints the outcome counts.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';
import { asOf } from './estate.mjs';
import { capabilities, readFile, resources, ruleQueries } from './mission-rules.mjs';

const [file] = process.argv.slice(2);
const { types } = JSON.parse(readFileSync(new URL('../../data/resource-types.json', import.meta.url), 'utf8'));
const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
for (const sql of [readFile(file), capabilities(types), resources(asOf)]) await connection.run(sql);

async function countsOf(sql) {
  const [row] = (await connection.runAndReadAll(sql)).getRowObjects();
  return Object.fromEntries(Object.entries(row).map(([outcome, count]) => [outcome, Number(count)]));
}

const counts = {};
for (const [id, sql] of Object.entries(ruleQueries(asOf))) counts[id] = await countsOf(sql);
process.stdout.write(`${JSON.stringify(counts)}\n`);
