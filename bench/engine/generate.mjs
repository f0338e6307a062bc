// An inventory of any size, the same bytes every time: node bench/engine/generate.mjs POINTS [--per-resource 10]
// [--fails 0.02]. Kept as out/bench/estate-<points>.ndjson.gz, and made again only where it would be another.
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { root } from '../../scripts/prepare.mjs';
import { seed } from './estate.mjs';
import { linesOf } from './lines.mjs';

/** To be raised whenever the same options make other lines. */
const version = 1;
/** That of `collect`. */
const level = 1;
export const folder = join(root, 'out/bench');

export const usualSize = { perResource: 10, fails: 0.02 };

const isTen = (perResource) => perResource === usualSize.perResource;
const isUsual = ({ perResource, fails }) => isTen(perResource) && fails === usualSize.fails;
const nameOf = (size) =>
  `estate-${size.points}${isUsual(size) ? '' : `-${size.perResource}-${size.fails}`}`.replace('.', '_');
const fileOf = (size) => join(folder, `${nameOf(size)}.ndjson.gz`);
const stampOf = (size) => join(folder, `${nameOf(size)}.json`);
const stampText = (size) => `${JSON.stringify({ version, seed, level, ...size })}\n`;

export const isThere = (size) =>
  existsSync(fileOf(size)) && existsSync(stampOf(size)) && readFileSync(stampOf(size), 'utf8') === stampText(size);

/** Makes the file where it is not there; gives its path. */
export async function estateFile(size) {
  const file = fileOf(size);
  if (isThere(size)) return file;
  mkdirSync(folder, { recursive: true });
  const partial = `${file}.partial`;
  await pipeline(Readable.from(pieces(size)), createGzip({ level }), createWriteStream(partial));
  renameSync(partial, file);
  writeFileSync(stampOf(size), stampText(size));
  return file;
}

/** Larger pieces of text than lines: a stream costs more for each piece than a line costs to make. */
function* pieces(size) {
  let text = '';
  for (const line of linesOf(size)) {
    text += `${JSON.stringify(line)}\n`;
    if (text.length < 262_144) continue;
    yield text;
    text = '';
  }
  yield text;
}

function sizeGiven() {
  const options = { 'per-resource': { type: 'string', default: '10' }, fails: { type: 'string', default: '0.02' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const size = {
    points: Number(positionals[0]),
    perResource: Number(values['per-resource']),
    fails: Number(values.fails),
  };
  const isWhole = size.points > 0 && size.points % size.perResource === 0 && size.perResource % 10 === 0;
  if (isWhole && size.fails >= 0 && size.fails <= 0.9) return size;
  throw new Error('usage: generate.mjs POINTS [--per-resource N] [--fails SHARE]: N a multiple of 10, POINTS one of N');
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const file = await estateFile(sizeGiven());
  process.stdout.write(`${file} ${statSync(file).size}\n`);
}
