import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import { known } from '../../src/engine/answer.ts';
import { judge } from '../../src/engine/compiler.ts';
import { courtOf, onlyResult } from '../../src/engine/verify/court.ts';
import { lawOf } from '../../src/engine/verify/law.ts';
import { lawCondition } from '../../src/engine/verify/law-condition.ts';
import { all, checked, ruleText } from '../rules/checked-text.ts';
import { contextOf } from './differential/own-context.ts';

/** What an own `toString` makes of a value: no number operator can have it. */
const hostile = JSON.parse('{ "toString": 1 }');
const cannot = 'Cannot convert object to primitive value';

const under = (...facts: readonly string[]): TopLevelCondition => ({
  all: facts.map((fact) => ({ fact, operator: 'lessThan', value: 5 })),
});
const event = { type: 'judged' };
const options = { allowUndefinedFacts: true };
const values = (facts: { readonly [fact: string]: unknown }) => new Map(Object.entries(facts));

async function resultsOf(run: ReturnType<Engine['run']>): Promise<number> {
  const { results, failureResults } = await run;
  return results.length + failureResults.length;
}

describe('H1: the run after one that was rejected gives no result', () => {
  test('of json-rules-engine', async () => {
    const engine = new Engine([{ conditions: under('a'), event }], options);
    await expect(engine.run({ a: hostile })).rejects.toThrow(cannot);
    const again = new Engine([{ conditions: under('a'), event }], options);
    const next = again.run({ a: hostile }).catch(() => again.run({ a: 1 }));
    expect(await resultsOf(next)).toBe(0);
  });

  test('not of ours: the engine is not used again', async () => {
    const court = courtOf(under('a'));
    const { result } = await court(values({ a: hostile })).catch(() => court(values({ a: 1 })));
    expect(result).toBe(true);
    expect((await court(values({ a: 7 }))).result).toBe(false);
  });

  test('and a run without a result is an error, never a verdict', async () => {
    const engine = new Engine([{ conditions: under('a'), event }], options);
    const next = await engine.run({ a: hostile }).catch(() => engine.run({ a: 1 }));
    expect(() => onlyResult(next)).toThrow('json-rules-engine gave 0 results for one rule');
    const sound = await courtOf(under('a'))(values({ a: 1 }));
    expect(onlyResult({ results: [sound], failureResults: [] })).toBe(sound);
    expect(() => onlyResult({ results: [sound], failureResults: [sound] })).toThrow('gave 2 results for one rule');
  });
});

describe('H2: what throws at once leaves rejections behind that nobody can catch', () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);

  test('of json-rules-engine: the process dies', () => {
    const script = `
      import { Engine } from 'json-rules-engine';
      const any = [{ fact: 'a', operator: 'unheardOf', value: 1 }, { condition: 'missing' }];
      const engine = new Engine([{ conditions: { any }, event: { type: 'judged' } }]);
      try { await engine.run({ a: 1 }); } catch {}
      await new Promise((resolve) => setTimeout(resolve, 1000));`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect([status, stderr.includes('Unknown operator: unheardOf')]).toEqual([1, true]);
  });

  test('not of ours: no reference to a condition, and every rejection has who waits for it', async () => {
    process.on('unhandledRejection', note);
    const leaf = (operator: string) => ({ fact: 'a', operator, value: 5 });
    const law = lawOf([{ at: '/require', condition: { any: ['lessThan', 'unheardOf', 'neither'].map(leaf) } }]);
    const seen = { left: known(hostile), right: known(5), holds: true };
    await expect(law([seen, seen, seen])).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('H3: of two runs at once the slower one loses rules', () => {
  test('of json-rules-engine, where rules have priorities', async () => {
    const engine = new Engine(
      [
        { conditions: under('slow'), event, priority: 2 },
        { conditions: under('a'), event, priority: 1 },
      ],
      options,
    );
    engine.addFact('slow', async (_, almanac) => {
      const ms = await almanac.factValue<number>('ms');
      return new Promise((resolve) => setTimeout(() => resolve(1), ms));
    });
    const both = [engine.run({ a: 1, ms: 1 }), engine.run({ a: 1, ms: 40 })];
    expect(await Promise.all(both.map(resultsOf))).toEqual([2, 1]);
  });

  test('not of ours: one rule without priority, plain facts', async () => {
    const condition = { all: [{ fact: 'a', operator: 'lessThan', value: 5 }] };
    const parts = [{ at: '/require', condition }];
    const law = lawOf(parts);
    const seen = (left: number) => [{ left: known(left), right: known(5), holds: left < 5 }];
    const rulings = await Promise.all([1, 7, 3, 9].map((left) => law(seen(left))));
    expect(rulings.flatMap(({ holds }) => holds)).toEqual([true, false, true, false]);
    expect(JSON.stringify(lawCondition(parts, 'surely'))).not.toContain('priority');
  });
});

describe('H4: one value that throws takes the results of every rule', () => {
  test('of json-rules-engine', async () => {
    const engine = new Engine(
      ['bad', 'a', 'b'].map((fact) => ({ conditions: under(fact), event })),
      options,
    );
    await expect(engine.run({ bad: hostile, a: 1, b: 1 })).rejects.toThrow(cannot);
  });

  test('not of ours: each rule has its own engine', async () => {
    const courts = ['bad', 'a', 'b'].map((fact) => courtOf(under(fact)));
    const facts = values({ bad: hostile, a: 1, b: 1 });
    const outcomes = await Promise.allSettled(courts.map((court) => court(facts)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });
});

describe('H5: a condition that refers to itself never ends well', () => {
  test('of json-rules-engine', async () => {
    const engine = new Engine([{ conditions: { condition: 'self' }, event }], options);
    engine.setCondition('self', { all: [{ condition: 'self' }] });
    await expect(engine.run({})).rejects.toThrow('Maximum call stack size exceeded');
  });

  test('not of ours: the loader takes no reference to a condition', async () => {
    const { faults } = await checked(ruleText({ require: all('{ "condition": "self" }') }));
    expect(faults.join()).toContain('rule.json:');
  });
});

describe('H6: a path may be a script', () => {
  const script = '$[?(@.toUpperCase()=="ABC")]';

  test('of json-rules-engine', async () => {
    const conditions = { all: [{ fact: 'list', path: script, operator: 'contains', value: 'abc' }] };
    const engine = new Engine([{ conditions, event }], options);
    const { results } = await engine.run({ list: ['x', 'abc'] });
    expect(results).toHaveLength(1);
  });

  test.each([script, '$[(@.length-1)]', '$..a', '$[*]', '$.a^', '$.a~', '$[0,1]', '$[0:2]', '$.*', '$[@.a]'])(
    'not of ours: the loader refuses %s',
    async (path) => {
      const leaf = `{ "fact": "Lifecycle", "path": ${JSON.stringify(path)}, "operator": "equal", "value": 1 }`;
      const { faults } = await checked(ruleText({ require: all(leaf) }));
      expect(faults.join()).toContain('expected a path such as $.name');
    },
  );

  test('no path of a rule reaches json-rules-engine, and one that did would end the run', async () => {
    const condition = { fact: 'o', path: '$.a', operator: 'equal', value: { fact: 'o', path: '$.b' } };
    expect(judge(condition, contextOf({ o: known({ a: 1, b: 1 }) }, {})).holds).toBe(true);
    expect(JSON.stringify(lawCondition([{ at: '/require', condition }], 'surely'))).not.toContain('$');
    const court = courtOf({ all: [{ fact: 'list', path: script, operator: 'contains', value: 'abc' }] });
    await expect(court(values({ list: ['abc'] }))).rejects.toThrow(`a path reached json-rules-engine: ${script}`);
  });
});
