import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';

/** Of six pairs one has facts that are not known: it takes three runs of json-rules-engine and more. */
const parts = [
  ['facts known', 'known-differences', 'knownDifferences', 5 / 6],
  ['facts unknown', 'unknown-differences', 'unknownDifferences', 1 / 6],
];

/** Looks for a difference between a compiled engine and json-rules-engine; says what it did and found. */
export async function agrees(folder, pairs, seed) {
  const compiled = (name) => import(pathToFileURL(join(folder, 'test/engine/differential', `${name}.js`)).href);
  const { setsOfFacts } = await compiled('known-differences');
  for (const [name, module, property, share] of parts) {
    const differences = (await compiled(module))[property];
    const began = performance.now();
    const details = await fc.check(differences, { numRuns: Math.ceil((pairs * share) / setsOfFacts), seed });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${name}: ${details.numRuns * setsOfFacts} pairs, seed ${seed}, ${seconds} s\n`);
    if (!details.failed) continue;
    process.stdout.write(`${fc.defaultReportMessage(details)}\n${details.errorInstance?.stack ?? ''}\n`);
    return false;
  }
  return true;
}
