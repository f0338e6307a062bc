import type { Scope } from '../../src/inventory/record.ts';
import type { Params } from './options.ts';

/** One request, read: who asks what of which service where. */
export type Call = Scope & {
  readonly service: string;
  readonly operation: string;
  readonly params: Params;
  /** The caller's ARN. */
  readonly identity: string;
  /** How many requests came before. */
  readonly index: number;
};

export const refused = 'REFUSED';

export const textParam = ({ params }: Pick<Call, 'params'>, name: string): string | undefined => {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
};

/** Of a path, where it cannot be missing. */
export const pathParam = (call: Pick<Call, 'params'>, name: string): string => textParam(call, name) ?? '';

export function listParam({ params }: Call, name: string): readonly unknown[] {
  const value = params[name];
  return Array.isArray(value) ? value : [];
}
