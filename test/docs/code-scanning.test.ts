import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Log, Result } from 'sarif';
import { expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';

const root = resolve(import.meta.dirname, '../..');
const file = resolve(root, 'docs/code-scanning.md');
const block = /```json\n([\s\S]*?)```/;

/** The parts of an alert that a reader looks for. */
function inShort({ ruleId, level, message, locations, partialFingerprints }: Result) {
  const [location] = locations ?? [];
  const { artifactLocation, region } = location?.physicalLocation ?? {};
  return {
    ruleId,
    level,
    message: message.text,
    file: artifactLocation?.uri,
    line: region?.startLine,
    snippet: region?.snippet?.text,
    resource: location?.logicalLocations?.[0]?.fullyQualifiedName,
    fingerprint: partialFingerprints?.['backuplint/v1'],
  };
}

test('docs/code-scanning.md shows an alert of the example (UPDATE_DOCS=1 writes it)', async () => {
  const page = readFileSync(file, 'utf8');
  const [command = ''] = /scan --config \S+ --inventory \S+ --allow-incomplete -f sarif/.exec(page) ?? [];
  const { stdout } = await runCli(command, { cwd: root });
  const log: Log = JSON.parse(stdout);
  const alert = (log.runs[0]?.results ?? []).find(({ ruleId }) => ruleId === 'BKP301');
  expect(alert).toBeDefined();
  const made = page.replace(block, () => `\`\`\`json\n${JSON.stringify(alert && inShort(alert), null, 2)}\n\`\`\``);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, made);
  expect(readFileSync(file, 'utf8')).toBe(made);
});
