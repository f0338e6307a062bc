import { type CliAnswer, textOf } from './cli-answer.ts';
import type { CliItem } from './cli-items.ts';
import type { JsonObject } from './parse-json.ts';
import type { Coverage, Scope } from './record.ts';
import { scopeId } from './scope.ts';

/**
 * An answer covers its operation for each scope (and vault or plan) that it names, unless a token for the next page says that there
 * is more. An empty list names none: the user's scope stands in for a scope, but nothing does for a vault.
 */
export function cliCoverage(
  answer: CliAnswer,
  document: JsonObject,
  items: readonly CliItem[],
  fileScope: Scope | undefined,
): readonly Coverage[] {
  const { operation } = answer;
  const isCut = ['NextToken', 'PaginationToken'].some((token) => textOf(document, token) !== undefined);
  const status = isCut ? 'cutOff' : 'ok';
  const line = (scope: Scope, resource: string | undefined): Coverage => ({
    accountId: scope.accountId,
    region: scope.region,
    operation,
    ...(resource === undefined ? {} : { resource }),
    status,
  });
  const isEmptyScope = items.length === 0 && answer.resource === undefined && fileScope !== undefined;
  return isEmptyScope ? [{ ...line(fileScope, undefined), items: 0 }] : counted(linesOf(answer, items, line));
}

type LineOf = (scope: Scope, resource: string | undefined) => Coverage;

/** Without the ARN it was asked about, an answer would seem to cover every vault or plan of the scope. */
const linesOf = ({ resource }: CliAnswer, items: readonly CliItem[], line: LineOf): readonly Coverage[] =>
  items.flatMap(({ value, scope }) => {
    const arn = resource === undefined ? undefined : textOf(value, resource);
    return resource !== undefined && arn === undefined ? [] : [line(scope, arn)];
  });

/** Equal lines as one, with how many there were. */
function counted(lines: readonly Coverage[]): readonly Coverage[] {
  const counts = new Map<string, Coverage & { readonly items: number }>();
  for (const line of lines) {
    const key = `${scopeId(line)} ${line.resource ?? ''}`;
    counts.set(key, { ...line, items: (counts.get(key)?.items ?? 0) + 1 });
  }
  return [...counts.values()];
}
