import type { Call } from './call.ts';
import type { AwsFault } from './options.ts';

/** The first fault that is due for a call. Each fault counts the calls that it matches. */
export function faultQueue(faults: readonly AwsFault[]): (call: Call) => AwsFault | undefined {
  const counts = faults.map(() => 0);
  return (call) =>
    faults.find((fault, index) => {
      if (!matches(fault, call)) return false;
      const count = counts[index] ?? 0;
      counts[index] = count + 1;
      const { after = 0, times = Number.POSITIVE_INFINITY } = fault;
      return count >= after && count < after + times;
    });
}

function matches({ operation, accountId, region, resource }: AwsFault, call: Call): boolean {
  return (
    (operation === undefined || operation === call.operation) &&
    (accountId === undefined || accountId === call.accountId) &&
    (region === undefined || region === call.region) &&
    (resource === undefined || Object.values(call.params).some((value) => String(value).includes(resource)))
  );
}
