import { writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { openInventory } from '../../src/inventory/open-inventory.ts';
import { end, header, ndjson, point, temporaryFile, vault } from './inventory-text.ts';

const arns = Array.from(
  { length: 40_000 },
  (_, index) => `arn:aws:backup:eu-west-1:111122223333:recovery-point:${index.toString(16).padStart(8, '0')}`,
);
const textOf = (taken: readonly string[]): string =>
  ndjson(header, vault(), ...taken.map((arn) => point({ RecoveryPointArn: arn })), end(taken.length + 1));
const whole = textOf(arns);
const packed = gzipSync(whole);

/** The ARNs of a file that `change` has rewritten between its two readings. */
async function readTwice(content: string | Uint8Array, change: (path: string) => void): Promise<unknown[]> {
  const path = await temporaryFile(content);
  const { eachPoint } = await openInventory([path], { stdin: Readable.from([]) });
  change(path);
  const taken: unknown[] = [];
  await eachPoint(({ fields }) => taken.push(fields.RecoveryPointArn));
  return taken;
}

test.each([
  ['plain', whole],
  ['gzipped', packed],
])('every point of a %s file is given once, in its order', async (_, content) => {
  expect(await readTwice(content, () => undefined)).toEqual(arns);
});

test.each([
  ['fewer points', whole, textOf(arns.slice(1))],
  ['nothing', whole, ''],
  ['a gzip stream that is cut off', packed, packed.subarray(0, packed.length - 200)],
  [
    'a gzip stream with a wrong byte',
    packed,
    Buffer.from(packed).fill(0x55, packed.length - 5000, packed.length - 4990),
  ],
])(
  'a file that has %s when it is read again is refused: its points would look as if they did not exist',
  async (_, first, second) => {
    const reading = readTwice(first, (path) => writeFileSync(path, second));
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(/changed while it was read: scan it again$/);
  },
);
