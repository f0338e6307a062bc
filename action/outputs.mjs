import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import process from 'node:process';

/** Tells whether a file was written since: one of an earlier run may lie where this run writes none. */
export function stampOf(path) {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.mtimeNs}`;
}

/** Empty where nothing was judged. */
export function countsOf(written) {
  const json = written.find(({ format }) => format === 'json');
  if (json === undefined) return {};
  const { findings, outcomes, waived } = JSON.parse(readFileSync(json.path, 'utf8')).summary;
  return { ...findings, unknown: outcomes.unknown, waived };
}

/** As the next steps of a workflow take them: relative to the workspace, where they are in it. */
export function filesOf(written, workspace) {
  const asked = written.filter(({ output }) => output !== undefined);
  return Object.fromEntries(asked.map(({ output, path }) => [output, fromWorkspace(path, workspace)]));
}

function fromWorkspace(path, workspace) {
  const inside = relative(workspace, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.replaceAll(sep, '/');
}

/** A value may hold line ends, so its end is a word that nobody can guess. */
export function writeOutputs(outputs) {
  for (const [name, value] of Object.entries(outputs)) {
    const end = randomUUID();
    appendFileSync(process.env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
  }
}

export const errorCommand = (message) =>
  `::error title=backuplint::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`;
