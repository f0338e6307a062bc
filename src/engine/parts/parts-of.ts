import { type PartKind, partKinds, readerOf } from '../../catalogue/part-kinds.ts';
import type { Gap } from '../../inventory/gap.ts';
import { type Answer, known, type Reason, reasonsOf } from '../answer.ts';
import type { Item } from '../item.ts';
import type { World } from '../world/world.ts';
import { splitPlan, splitRule } from './plan-rules.ts';
import { splitPolicy, splitStatement } from './policy.ts';
import type { Splitter } from './split.ts';

const splitters: { readonly [kind in PartKind]: Splitter } = {
  backupRule: splitPlan,
  destination: splitRule,
  policyStatement: splitPolicy,
  policyCondition: splitStatement,
};

/** What a thing tells of a kind. One stand-in is for all that it may tell where it was not read, or not understood. */
export function splitParts(parent: Item, kind: PartKind, world: World): readonly Item[] {
  if (parent.isPlaceholder) return [hiddenParts(parent, kind, parent)];
  const answer = partsField(parent, kind, world);
  if (answer.is !== 'known') return [hiddenParts(parent, kind, whatHides(parent, kind, reasonsOf(answer)))];
  if (answer.value === undefined) return [];
  const { parts, notes } = splitters[kind](parent, answer.value);
  const items = parts.map((part): Item => ({ ...part, ...common(parent, kind), unread: [], isPlaceholder: false }));
  return notes.length === 0 ? items : [...items, hiddenParts(parent, kind, { unread: [], notes })];
}

const common = (parent: Item, kind: PartKind) => ({ kind, scope: parent.scope, parent });

function partsField(parent: Item, kind: PartKind, world: World): Answer {
  const { from } = partKinds[kind];
  return 'field' in from ? world.fact(parent, from.field) : known(parent.fields);
}

const hiddenParts = (parent: Item, kind: PartKind, { unread, notes }: Pick<Item, 'unread' | 'notes'>): Item => ({
  ...common(parent, kind),
  id: `unread ${kind} of ${parent.id}`,
  fields: {},
  unread,
  ...(notes && { notes }),
  isPlaceholder: true,
});

/** AWS's answer always has the field: where it is missing, nobody asked, and targets may be missing. */
function whatHides(parent: Item, kind: PartKind, reasons: readonly Reason[]): Pick<Item, 'unread'> {
  const gaps = reasons.flatMap((reason) => ('gap' in reason ? [reason.gap] : []));
  const operation = readerOf(kind);
  if (gaps.length > 0 || operation === undefined || parent.scope === undefined) return { unread: gaps };
  const gap: Gap = { ...parent.scope, operation, resource: parent.id, status: 'notRead' };
  return { unread: [gap] };
}
