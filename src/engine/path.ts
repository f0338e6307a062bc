import type { FieldType } from '../catalogue/field.ts';
import type { PathStep } from '../rules/path.ts';
import { type Answer, absent, known } from './answer.ts';
import { isItem } from './item.ts';
import type { World } from './world/world.ts';

/** Goes on into an answer: through a record's facts, an object's members, a list's entries. */
export function walk(answer: Answer, steps: readonly PathStep[], world: World): Answer {
  const [step, ...rest] = steps;
  if (step === undefined || answer.is === 'unknown' || answer.is === 'range') return answer;
  if (answer.is === 'oneOf') return { ...answer, answers: answer.answers.map((each) => walk(each, steps, world)) };
  const { value, type } = answer;
  if (isItem(value)) return walk(world.fact(value, String(step)), rest, world);
  if (Array.isArray(value)) return walk(entryOf(value, step, type), rest, world);
  if (typeof value !== 'object' || value === null) return absent;
  const member: unknown = Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
  return walk(known(member, memberType(type, String(step))), rest, world);
}

const entryOf = (list: readonly unknown[], step: PathStep, type: FieldType | undefined): Answer =>
  step === 'length' ? known(list.length) : known(list[Number(step)], type?.type === 'list' ? type.of : undefined);

function memberType(type: FieldType | undefined, step: string): FieldType | undefined {
  if (type?.type === 'object') return type.fields[step];
  return type?.type === 'map' ? type.of : undefined;
}
