import { parseArn } from '../arn.ts';
import type { ResourceTypes } from './evaluation.ts';
import { matches } from './operators.ts';

/** `ec2:volume/*` in its parts; `*` is a part of a path, or the end of one. */
type Form = { readonly type: string; readonly service: string; readonly resource: string };

const formsOf = new WeakMap<ResourceTypes, readonly Form[]>();

function forms(table: ResourceTypes): readonly Form[] {
  const known = formsOf.get(table);
  if (known !== undefined) return known;
  const made = Object.entries(table).flatMap(([type, { arns = [] }]) =>
    arns.map((arn): Form => {
      const [service = '', ...resource] = arn.split(':');
      return { type, service, resource: resource.join(':') };
    }),
  );
  formsOf.set(table, made);
  return made;
}

/** The types that a resource of that ARN may have: none where AWS Backup knows no such thing, several where types share a form. */
export function typesOfArn(arn: string, table: ResourceTypes): readonly string[] {
  const parsed = parseArn(arn);
  if (parsed === undefined) return [];
  const { service, resource } = parsed;
  const fitting = forms(table).filter((form) => form.service === service && fits(form.resource, resource));
  return fitting.map(({ type }) => type);
}

function fits(form: string, resource: string): boolean {
  const [wanted, given] = [form.split('/'), resource.split('/')];
  return wanted.length === given.length && wanted.every((part, at) => matches(part, given[at] ?? ''));
}

/** Whether an ARN pattern says of itself that it means resources of the type: `arn:aws:ec2:*:*:volume/*` does, `arn:aws:ec2:*` does not. */
export function namesType(pattern: string, type: string, table: ResourceTypes): boolean {
  const parsed = parseArn(pattern);
  if (parsed === undefined) return false;
  const head = ({ resource }: Form): string => resource.split('*')[0] ?? '';
  return forms(table).some(
    (form) => form.type === type && form.service === parsed.service && parsed.resource.startsWith(head(form)),
  );
}
