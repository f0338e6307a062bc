import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { type Fault, faultsError, UsageError } from './errors.ts';
import { unreadable } from './inventory/inventory-files.ts';
import { isJsonObject, parseJson } from './inventory/parse-json.ts';
import { textStream } from './inventory/text-stream.ts';
import type { Io } from './io.ts';
import { faultAt, type JsonFile, parseJsonFile } from './json-file.ts';
import { type Finding, Result } from './result.ts';
import { schemaFaults } from './rules/schema-faults.ts';
import { severities } from './severity.ts';

/** What `--format json` printed, gzipped or not; `-` is stdin. Throws one usage error for all that is wrong with it. */
export async function readResult(path: string, { cwd, stdin }: Pick<Io, 'cwd' | 'stdin'>): Promise<Result> {
  const file = path === '-' ? 'stdin' : resolve(cwd, path);
  return parseResult(file, await textOf(file, path === '-' ? stdin : createReadStream(file)));
}

async function textOf(file: string, stream: NodeJS.ReadableStream): Promise<string> {
  const { text, end } = textStream(bytesOf(stream));
  const pieces: string[] = [];
  try {
    for await (const piece of text) pieces.push(piece);
  } catch (error) {
    throw faultsError([unreadable(file, error)]);
  }
  if (end() === 'whole') return pieces.join('');
  throw faultsError([{ file, message: `the gzip stream is ${end() === 'cutOff' ? 'cut off' : 'corrupt'}` }]);
}

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** Where the members stand is looked up only once something is wrong: a result may have a hundred thousand findings. */
export function parseResult(file: string, text: string): Result {
  const value = parseJson(text);
  refuseOthers(file, text, value);
  const { data, error } = Result.safeParse(value, { error: unknownMembers });
  const stray = data === undefined ? [] : [...strayReferences(data), ...wrongCounts(data)];
  if (data !== undefined && stray.length === 0) return data;
  const json = parseJsonFile(file, text);
  const faults = error === undefined ? stray.map((fault) => fault(json)) : schemaFaults(json, error);
  throw faultsError(json.faults.length > 0 ? json.faults : faults);
}

const ourVersion = 1;

/** One line says more than a fault for each member that another kind of file lacks. */
function refuseOthers(file: string, text: string, value: unknown): void {
  const isBroken = value === undefined && /^\s*\{/.test(text);
  if (isBroken) return;
  if (!isJsonObject(value) || !isJsonObject(value.tool) || value.tool.name !== 'backuplint') {
    throw new UsageError(`${file}: this is no result of backuplint: make one with --format json`);
  }
  const { schemaVersion } = value;
  if (typeof schemaVersion !== 'number' || schemaVersion <= ourVersion) return;
  const versions = `schemaVersion ${schemaVersion}; this version reads ${ourVersion}`;
  throw new UsageError(`${file}: made by a newer backuplint (${versions})`);
}

/** One line a member, as of the files that people write. */
const unknownMembers = (issue: { readonly code: string; readonly keys?: unknown }): string | undefined =>
  issue.code === 'unrecognized_keys' && Array.isArray(issue.keys)
    ? issue.keys.map((key) => `unknown member "${key}"`).join('\n')
    : undefined;

type FaultIn = (json: JsonFile) => Fault;

/** What a finding names must be there, or reports would leave it out. */
function strayReferences({ rules, gaps, waivers = [], findings }: Result): readonly FaultIn[] {
  const ids = new Set(rules.map(({ id }) => id));
  return findings.flatMap(({ ruleId, gaps: named, waiver }, at) => [
    ...(ids.has(ruleId) ? [] : [missing(`/findings/${at}/ruleId`, `the rule ${ruleId}`)]),
    ...named.flatMap((gap, index) =>
      gap < gaps.length ? [] : [missing(`/findings/${at}/gaps/${index}`, `gap ${gap}`)],
    ),
    ...(waiver === null || waiver.at < waivers.length
      ? []
      : [missing(`/findings/${at}/waiver/at`, `waiver ${waiver.at}`)]),
  ]);
}

/** A verdict must not say other than its findings: only `--new-only` makes fewer of them fail. */
function wrongCounts({ findings, summary }: Result): readonly FaultIn[] {
  const countOf = (isMeant: (finding: Finding) => boolean) => findings.filter(isMeant).length;
  const exact = [
    ['/summary/outcomes/fail', summary.outcomes.fail, countOf(({ outcome }) => outcome === 'fail')],
    ['/summary/outcomes/unknown', summary.outcomes.unknown, countOf(({ outcome }) => outcome === 'unknown')],
    ['/summary/waived', summary.waived, countOf(({ waiver }) => waiver !== null)],
  ] as const;
  const most = severities.map((name) => {
    const open = countOf(({ outcome, waiver, severity }) => outcome === 'fail' && waiver === null && severity === name);
    return [`/summary/findings/${name}`, summary.findings[name], open] as const;
  });
  return [
    ...exact.filter(([, said, counted]) => said !== counted),
    ...most.filter(([, said, counted]) => said > counted),
  ].map(
    ([pointer, said, counted]) =>
      (json) =>
        faultAt(json, pointer, `says ${said}, and its findings are ${counted}`),
  );
}

const missing =
  (pointer: string, what: string): FaultIn =>
  (json) =>
    faultAt(json, pointer, `${what} is not in this result`);
