import { resolve } from 'node:path';
import type { z } from 'zod';
import { readBaseline } from '../baseline/read-baseline.ts';
import { UsageError } from '../errors.ts';
import { WaiverEntry } from '../waivers/waiver-file.ts';
import { type Given, valueOfFlag } from './given-flags.ts';

export type NewWaiver = {
  readonly rule?: string;
  readonly fingerprint: string;
  readonly reason: string;
  readonly owner: string;
  readonly ticket?: string;
  readonly expires: string;
};

const { reason, owner, expires } = WaiverEntry.shape;
const Fingerprint = WaiverEntry.shape.fingerprint;

/** What the flags say, each checked; the rule is that of the finding, where a result is given to look it up. */
export async function newWaiver(word: string, given: Given, cwd: string): Promise<NewWaiver> {
  const fingerprint = checked(Fingerprint, word, word) ?? '';
  const texts = {
    reason: required(reason, 'reason', given),
    owner: required(owner, 'owner', given),
  };
  const ticket = valueOfFlag(given, 'ticket');
  const until = required(expires, 'expires', given);
  const rule = await ruleOf(fingerprint, valueOfFlag(given, 'result'), cwd);
  return {
    ...(rule === undefined ? {} : { rule }),
    fingerprint,
    ...texts,
    ...(ticket === undefined ? {} : { ticket }),
    expires: until,
  };
}

function required(schema: z.ZodType<string>, name: 'reason' | 'owner' | 'expires', given: Given): string {
  const value = valueOfFlag(given, name);
  if (value === undefined) throw new UsageError(`waive needs --${name}: a waiver says why, whose it is and until when`);
  return checked(schema, value, `--${name} ${value}`);
}

function checked<Value>(schema: z.ZodType<Value>, value: unknown, spelling: string): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UsageError(`${spelling}: ${parsed.error.issues.map(({ message }) => message).join('; ')}`);
}

async function ruleOf(fingerprint: string, path: string | undefined, cwd: string): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const { findings } = await readBaseline(resolve(cwd, path));
  const found = findings.find((finding) => finding.fingerprint === fingerprint);
  if (found === undefined) throw new UsageError(`${path}: has no finding with the fingerprint ${fingerprint}`);
  return found.ruleId;
}
