import { Interrupted } from '../errors.ts';
import { allOf } from './call.ts';
import { scopeOperations } from './collectors.ts';
import { closeScope } from './details.ts';
import { readList } from './read-list.ts';
import type { Reading } from './reading.ts';

/** Reads all that is wanted of one scope; false where the user interrupted it. */
export async function readScope(reading: Reading): Promise<boolean> {
  try {
    await allOf(scopeOperations(reading.wanted).map((operation) => readList(operation, undefined, reading)));
    await closeScope(reading);
    return true;
  } catch (error) {
    if (error instanceof Interrupted) return false;
    throw error;
  }
}
