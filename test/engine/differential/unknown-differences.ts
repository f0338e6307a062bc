import fc from 'fast-check';
import { type Answer, strangeValue, type Truth } from '../../../src/engine/answer.ts';
import { judge } from '../../../src/engine/compiler.ts';
import { lawOf } from '../../../src/engine/verify/law.ts';
import { leavesOf, type SeenLeaf } from '../../../src/engine/verify/leaves.ts';
import type { Condition, Leaf } from '../../../src/rules/rule.ts';
import { leafTexts, setsOfFacts } from './known-differences.ts';
import { contextOf } from './own-context.ts';
import { type Drawn, randomAnswers } from './random-answers.ts';
import { randomCondition, randomParameters } from './random-condition.ts';
import { rulesEngine } from './rules-engine.ts';

type Holds = Truth['holds'];

/**
 * Where some facts are not known: the verdict is Kleene's, by two runs of json-rules-engine over nothing but the leaves'
 * truths; it is what `verify` comes to; and one that is decided is json-rules-engine's own over values that may be.
 */
export const unknownDifferences = fc.asyncProperty(
  randomCondition,
  randomParameters,
  fc.array(randomAnswers, { minLength: setsOfFacts, maxLength: setsOfFacts }),
  async (condition, parameters, sets) => {
    const engines = {
      law: rulesEngine(condition),
      verify: lawOf([{ at: '/require', condition }]),
      kleene: kleeneOf(condition),
    };
    for (const set of sets) {
      const difference = await differenceFrom(condition, parameters, set, engines);
      if (difference !== undefined) throw new Error(difference);
    }
  },
);

type Engines = {
  readonly law: ReturnType<typeof rulesEngine>;
  readonly verify: ReturnType<typeof lawOf>;
  readonly kleene: (truths: readonly Holds[]) => Promise<Holds>;
};

async function differenceFrom(
  condition: Condition,
  parameters: { readonly [name: string]: unknown },
  set: { readonly [fact: string]: Drawn },
  { law, verify, kleene }: Engines,
): Promise<string | undefined> {
  const answers = Object.fromEntries(Object.entries(set).map(([name, { answer }]) => [name, answer]));
  const standIns = Object.fromEntries(Object.entries(set).map(([name, { standIn }]) => [name, standIn]));
  const context = contextOf(answers, parameters);
  const { holds } = judge(condition, context);
  const leaves = leavesOf(condition, context);
  const texts = leafTexts(condition);
  for (const [index, leaf] of leaves.entries()) {
    if (isWronglyDecided(leaf, texts[index])) return `leaf ${index} is decided: ${JSON.stringify(leaf)}`;
  }
  const byKleene = await kleene(leaves.map((leaf) => leaf.holds));
  if (holds !== byKleene) return `the verdict is ${holds}, Kleene's is ${byKleene}`;
  const ruling = await verify(leaves);
  if (ruling.contested !== undefined || ruling.holds[0] !== holds)
    return `verify: ${JSON.stringify({ holds, ruling })}`;
  const { result } = await law({ ...standIns, parameters });
  return holds === null || holds === result ? undefined : `${holds}, but ${result} of ${JSON.stringify(standIns)}`;
}

/** Of a leaf that must be open, whatever the values: nothing is known of a side, or it is a value nobody named. */
function isWronglyDecided({ left, right, holds }: SeenLeaf, leaf: Leaf | undefined): boolean {
  if (holds === null || leaf === undefined) return false;
  if (isUnknown(left) || isUnknown(right)) return true;
  const strange = strangeValue(left);
  if (strange === undefined || right.is !== 'known' || /^(not:)*exists$/.test(leaf.operator)) return false;
  return leaf.operator !== 'exists' && ![right.value].flat().includes(strange);
}

const isUnknown = (answer: Answer): boolean => answer.is === 'unknown' && answer.not === undefined;

/** Kleene's answer, by json-rules-engine: undecided leaves against the condition, then for it. */
function kleeneOf(condition: Condition): Engines['kleene'] {
  let count = 0;
  const place = (each: Condition, polarity: boolean): Condition => {
    if ('all' in each) return { all: each.all.map((child) => place(child, polarity)) };
    if ('any' in each) return { any: each.any.map((child) => place(child, polarity)) };
    if ('not' in each) return { not: place(each.not, !polarity) };
    count += 1;
    return { fact: `${polarity ? 'even' : 'odd'}${count - 1}`, operator: 'equal', value: true };
  };
  const engine = rulesEngine(place(condition, true));
  const run = async (truths: readonly Holds[], doubt: boolean) => {
    const facts = truths.flatMap((holds, index) => [
      [`even${index}`, holds ?? doubt],
      [`odd${index}`, holds ?? !doubt],
    ]);
    return (await engine(Object.fromEntries(facts))).result;
  };
  return async (truths) => {
    const [against, inFavour] = [await run(truths, false), await run(truths, true)];
    return against === inFavour ? against : null;
  };
}
