import { describe, expect, test, vi } from 'vitest';
import { openCollection } from '../../src/collectors/collect.ts';
import { untilInterrupted, withinTime } from '../../src/collectors/within-time.ts';
import { Interrupted } from '../../src/errors.ts';
import { home, recovery, shard, vault } from '../engine/estate.ts';
import { aws, options, type Wish } from './collected.ts';

const shards = [shard({ records: [vault('main')], scopes: [home, recovery] })];
const other = [{ accountId: recovery.accountId, regions: undefined, role: undefined, externalId: undefined }];
const never = new Promise<never>(() => {});

/** How a call ends that the user interrupts when AWS has got a request for the operation, which it does not answer. */
async function interruptedAt(operation: string, wish: Wish) {
  const controller = new AbortController();
  const onRequest = (request: { readonly operation: string }) => {
    if (request.operation === operation) setTimeout(() => controller.abort(130), 20);
  };
  await aws({ shards, faults: [{ operation, does: 'hang' }], onRequest });
  const { settings } = options();
  const patient = { ...wish, settings: { ...settings, callTimeout: 60_000, maxAttempts: 8 }, timeLimit: 60_000 };
  return openCollection(options({ ...patient, signal: controller.signal })).catch((error: unknown) => error);
}

describe('an interruption while accounts and Regions are being found ends it at once', () => {
  test.each<[operation: string, wish: Wish]>([
    ['ListBackupVaults', {}],
    ['GetCallerIdentity', { operations: ['ListCopyJobs'] }],
    ['ListRegions', { who: { regions: 'all' } }],
    ['ListAccounts', { who: { accounts: 'organization', roleName: 'reader' } }],
    ['AssumeRole', { who: { accounts: other, roleName: 'reader' } }],
  ])('in %s', async (operation, wish) => {
    const from = performance.now();
    const end = await interruptedAt(operation, wish);
    expect(end).toBeInstanceOf(Interrupted);
    expect(end).toMatchObject({ exitCode: 130 });
    expect(performance.now() - from).toBeLessThan(5000);
  });

  test('before the first call: none is made', async () => {
    const server = await aws({ shards });
    const end = await openCollection(options({ signal: AbortSignal.abort(143) })).catch((error: unknown) => error);
    expect(end).toMatchObject({ name: 'Interrupted', exitCode: 143 });
    expect(server.requests).toEqual([]);
  });
});

describe('what waits for something else', () => {
  test('than AWS ends with the interruption as well', async () => {
    const controller = new AbortController();
    const end = untilInterrupted(controller.signal, () => never);
    controller.abort(130);
    await expect(end).rejects.toMatchObject({ exitCode: 130 });
  });

  test('gives what it comes to', async () => {
    const { signal } = new AbortController();
    expect(await untilInterrupted(signal, async () => 1)).toBe(1);
    await expect(untilInterrupted(signal, () => Promise.reject(new TypeError('bug')))).rejects.toThrow(TypeError);
  });

  test('than an answer has its time', async () => {
    vi.useFakeTimers();
    let aborted = false;
    const end = withinTime({ signal: new AbortController().signal, timeLimit: 2000 }, (abortSignal) => {
      abortSignal.addEventListener('abort', () => {
        aborted = true;
      });
      return never;
    });
    const told = expect(end).rejects.toThrow('no whole answer within 2 s');
    await vi.advanceTimersByTimeAsync(2000);
    await told;
    expect(aborted).toBe(true);
    vi.useRealTimers();
  });
});
