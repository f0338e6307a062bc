import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appendToSummary } from '../../src/output/step-summary.ts';
import { estate, folderWith, runCli } from '../cli/run-cli.ts';

/** Notes as they are said, and details in brackets. */
function listening() {
  const said: string[] = [];
  return {
    said,
    notes: {
      note: (line: string) => said.push(line),
      missing: (line: string) => said.push(line),
      detail: (line: string) => said.push(`(${line})`),
      step: () => {},
    },
  };
}
const append = async (text: string, before?: string) => {
  const folder = folderWith(before === undefined ? {} : { 'summary.md': before });
  const { said, notes } = listening();
  await appendToSummary(join(folder, 'summary.md'), [text.slice(0, 3), text.slice(3)], notes);
  return { said, after: readFileSync(join(folder, 'summary.md'), 'utf8') };
};
const added = ['(added the markdown report to the step summary)'];
const mebibyte = 1024 * 1024;

test.each([
  ['where there is no file', undefined, '## a\n'],
  ['to an empty file', '', '## a\n'],
  ['after what other commands wrote', 'tests pass', 'tests pass\n## a\n'],
])('it is added %s', async (_, before, after) => {
  expect(await append('## a\n', before)).toEqual({ said: added, after });
});

test('what is there stays, and 1 MiB is the most', async () => {
  const full = 'x'.repeat(mebibyte - 6);
  expect(await append('## a\n', full)).toEqual({ said: added, after: `${full}\n## a\n` });
  const { said, after } = await append('## é\n', full);
  expect(after).toBe(full);
  expect(said).toEqual(['not added to the step summary: it would be larger than 1 MiB, of which GitHub shows nothing']);
});

test('that it cannot be written is a note', async () => {
  const { said, notes } = listening();
  await appendToSummary(join(folderWith({}), 'no/summary.md'), ['a'], notes);
  expect(said).toEqual([
    expect.stringMatching(/^not added to the step summary: .*no\/summary\.md cannot be written \(ENOENT\)$/),
  ]);
});

describe('a scan in GitHub Actions', () => {
  const scan = async (flags: string, summary = 'summary.md') => {
    const cwd = folderWith({ 'inventory.ndjson': estate(20), 'summary.md': 'before\n' });
    const env = { GITHUB_STEP_SUMMARY: summary === '' ? '' : join(cwd, summary) };
    const run = await runCli(`--inventory inventory.ndjson --rule BKP102 ${flags}`, { cwd, env });
    return { ...run, cwd, summary: readFileSync(join(cwd, 'summary.md'), 'utf8') };
  };

  test.each(['-f markdown', '-f pretty -f markdown=out.md'])('%s: the report is in the summary too', async (flags) => {
    const { code, stdout, stderr, cwd, summary } = await scan(flags);
    const report = flags.includes('=') ? readFileSync(join(cwd, 'out.md'), 'utf8') : stdout;
    expect([code, stderr]).toEqual([0, '']);
    expect(report).toMatch(/^## backuplint\n/);
    expect(summary).toBe(`before\n\n${report}`);
  });

  test.each(['-f pretty', '-f github', '-f json=out.json'])('%s: nothing is added', async (flags) => {
    expect((await scan(flags)).summary).toBe('before\n');
  });

  test('where the report goes to the summary itself it is there once', async () => {
    const { summary } = await scan('-f markdown=summary.md');
    expect(summary.match(/^## backuplint$/gm)).toHaveLength(1);
  });

  test('without a summary, or with one that cannot be written, the scan is as it would be', async () => {
    const plain = await scan('-f markdown', '');
    expect(plain).toMatchObject({ code: 0, stderr: '', summary: 'before\n' });
    const failed = await scan('-f markdown', 'no/summary.md');
    expect(failed).toMatchObject({ code: 0, stdout: plain.stdout });
    expect(failed.stderr).toMatch(/^not added to the step summary: no\/summary.*cannot be written \(ENOENT\)\n$/);
  });
});
