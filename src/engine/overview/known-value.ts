import type { Context } from '../context.ts';
import type { Item } from '../item.ts';
import type { World } from '../world/world.ts';

/** Of a named fact; undefined where it is absent or not known. */
export function knownValue({ named }: Context, name: string): unknown {
  const answer = named?.[name]?.();
  return answer?.is === 'known' ? answer.value : undefined;
}

/** Of a fact that is a text. */
export function knownText(item: Item, fact: string, world: World): string | undefined {
  const answer = world.fact(item, fact);
  return answer.is === 'known' && typeof answer.value === 'string' ? answer.value : undefined;
}
