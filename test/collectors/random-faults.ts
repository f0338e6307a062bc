import fc from 'fast-check';
import type { AwsFault, AwsOptions } from '../aws/start-aws.ts';
import { scopes, vaults } from '../engine/estate-parts.ts';

const misdeeds: readonly AwsFault['does'][] = [
  ...(['deny', 'scp', 'throttle', 'fail', 'cutBody', 'reset', 'html', 'malformed', 'malformedItem'] as const),
  ...(['badJson', 'repeatToken', 'freshTokens', 'emptyPages', 'notFound', 'optedOut', 'expired'] as const),
  'hang',
];

const accountId = fc.constantFrom(undefined, undefined, undefined, ...scopes.map((scope) => scope.accountId));
const resource = fc.constantFrom(
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  ...vaults.map(({ arn }) => arn.split(':').at(-1)),
);

type Loose<Value> = { readonly [name in keyof Value]: Value[name] | undefined };

/** A fault matches by the members that it has. */
function faultOf({ does, ...where }: Loose<AwsFault> & Pick<AwsFault, 'does'>): AwsFault {
  return { does, ...Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined)) };
}

/** By this AWS says that a vault has no policy or no notifications: there it is no fault. */
const isAnswer = ({ does, operation = 'GetBackupVaultAccessPolicy' }: AwsFault): boolean =>
  does === 'notFound' && /^GetBackupVault(AccessPolicy|Notifications)$/.test(operation);

/** A fault of one of the operations, or of whatever is called. */
export const randomFault = (operations: readonly string[]): fc.Arbitrary<AwsFault> =>
  fc
    .record({
      does: fc.constantFrom(...misdeeds),
      operation: fc.constantFrom(undefined, 'AssumeRole', ...operations),
      accountId,
      resource,
      after: fc.constantFrom(0, 0, 0, 1, 2, 5),
      times: fc.constantFrom(1, 2, undefined, undefined),
    })
    .map(faultOf)
    .filter((fault) => !isAnswer(fault));

/** The same for every page, or another one each time. */
export const randomPageSize: fc.Arbitrary<NonNullable<AwsOptions['pageSize']>> = fc.oneof(
  fc.integer({ min: 1, max: 4 }),
  fc
    .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 })
    .map((sizes) => (index: number) => sizes[index % sizes.length] ?? 1),
);
