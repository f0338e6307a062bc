import fc from 'fast-check';
import { oneOf } from '../../../src/catalogue/field.ts';
import { type Answer, known, type Reason, range } from '../../../src/engine/answer.ts';
import { factValues } from './random-condition.ts';
import { anyValue } from './random-values.ts';

/** What is known of a fact, and a value that it may have for all that is known. */
export type Drawn = { readonly answer: Answer; readonly standIn: unknown };

const reasons: readonly Reason[] = [{ note: 'not read' }];

const knownValue = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Drawn> =>
  values.map((value) => ({ answer: known(value), standIn: value }));

const unknownValue = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Drawn> =>
  values.map((value) => ({ answer: { is: 'unknown', reasons }, standIn: value }));

const oneOfValues = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Drawn> =>
  fc.tuple(fc.array(values, { minLength: 1, maxLength: 3 }), fc.nat()).map(([candidates, pick]) => ({
    answer: { is: 'oneOf', answers: candidates.map((each) => known(each)), reasons },
    standIn: candidates[pick % candidates.length],
  }));

const ends = fc.constantFrom(-Infinity, -1, 0, 1, 2.5, 5, 6, 7, 16, 17, Infinity);

const someNumber: fc.Arbitrary<Drawn> = fc
  .tuple(ends, ends, fc.constantFrom('low', 'high', 'between'))
  .map(([a, b, where]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const between = ends5.find((each) => each > low && each < high) ?? low;
    return { answer: range(low, high, reasons), standIn: { low, high, between }[where] };
  });
const ends5 = [5, 0, 1, 7, 16, 6.5, 3, 2, -0.5, 16.5, -5, 99];

const day = 86_400_000;
const someDate: fc.Arbitrary<Drawn> = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })).map(([from, days]) => {
  const low = Date.parse('2026-11-20T06:00:00.000Z') + from * day;
  const answer: Answer = { is: 'range', low, high: low + days * day, date: true, reasons };
  return { answer, standIn: new Date(low + Math.floor(days / 2) * day).toISOString() };
});

/** A value that AWS added since: it tells nothing, unless the rule names it. */
const strangeValue: fc.Arbitrary<Drawn> = fc
  .constantFrom('abc', 'a', 'b', '5')
  .map((value) => ({ answer: known(value, oneOf(['COMPLETED', 'EXPIRED'])), standIn: value }));

/** A value that it is known not to be. */
const anyBut: fc.Arbitrary<Drawn> = anyValue
  .filter((value) => value !== 'a' && value !== 'b')
  .map((value) => ({ answer: { is: 'unknown', reasons, not: ['a', 'b'] }, standIn: value }));

function drawn(name: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<Drawn> {
  const common = [
    { arbitrary: knownValue(values), weight: 10 },
    { arbitrary: unknownValue(values), weight: 3 },
    { arbitrary: oneOfValues(values), weight: 2 },
  ];
  const single = [someNumber, someNumber, someDate, strangeValue, anyBut].map((arbitrary) => ({
    arbitrary,
    weight: 1,
  }));
  return fc.oneof(...common, ...(name.startsWith('any') ? single : []));
}

export const randomAnswers = fc.record(
  Object.fromEntries(Object.entries(factValues).map(([name, values]) => [name, drawn(name, values)])),
);
