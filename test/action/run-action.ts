import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { actionAt, type Step } from '../templates/workflow.ts';

const root = resolve(import.meta.dirname, '../..');
const action = actionAt('action.yml');

type Values = { readonly [name: string]: string };

export type ActionRun = {
  /** Of the last step that ran. */
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Values;
  readonly summary: string;
  readonly workspace: string;
};

/** Runs the steps of action.yml as a runner does: expressions put in, each script in bash, outputs read back. */
export function runAction(inputs: Values, workspace: string, env: Values = {}): ActionRun {
  const temp = realpathSync(mkdtempSync(join(tmpdir(), 'backuplint-runner-')));
  const all = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, inputs[name] ?? input.default ?? '']),
  );
  const unknown = Object.keys(inputs).filter((name) => !(name in all));
  if (unknown.length > 0) throw new Error(`no input of the action: ${unknown.join(', ')}`);
  const steps: { [id: string]: Values } = {};
  const context = { inputs: all, steps, temp, workspace, env };
  let log = '';
  let code: number | null = 0;
  for (const step of action.runs.steps) {
    if (code !== 0 || !isWanted(step, context)) continue;
    const ended = runStep(step, context);
    log += ended.log;
    code = ended.code;
    if (step.id !== undefined) steps[step.id] = outputsIn(readFileSync(join(temp, 'output'), 'utf8'));
  }
  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [name, evaluated(value, context)]),
  );
  return { code, log, outputs, summary: readFileSync(join(temp, 'summary'), 'utf8'), workspace };
}

type Context = {
  readonly inputs: Values;
  readonly steps: { readonly [id: string]: Values };
  readonly temp: string;
  readonly workspace: string;
  readonly env: Values;
};

/** The expressions that the action uses, and no others. */
function evaluated(text: string, { inputs, steps }: Context): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    if (expression === 'toJSON(inputs)') return JSON.stringify(inputs, null, 2);
    const [, id = '', name = ''] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? [];
    if (id === '') throw new Error(`an expression that this runner does not know: ${expression}`);
    return steps[id]?.[name] ?? '';
  });
}

function isWanted(step: Step, context: Context): boolean {
  if (step.if === undefined) return true;
  const [, expression = '', other] = /^(\S+) != '(.*)'$/.exec(step.if) ?? [];
  return evaluated(`\${{ ${expression} }}`, context) !== other;
}

function runStep({ run = '', shell, env = {} }: Step, context: Context) {
  if (shell !== 'bash') throw new Error(`a shell that this runner does not know: ${shell}`);
  const { temp, workspace } = context;
  const script = join(temp, 'step.sh');
  writeFileSync(script, evaluated(run, context));
  for (const name of ['output', 'summary']) writeFileSync(join(temp, name), '', { flag: 'a' });
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      ...context.env,
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, evaluated(String(value), context)])),
      GITHUB_ACTION_PATH: root,
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: join(temp, 'output'),
      GITHUB_STEP_SUMMARY: join(temp, 'summary'),
      RUNNER_TEMP: temp,
    },
  });
  return { code: status, log: stdout + stderr };
}

function outputsIn(text: string): Values {
  const outputs: { [name: string]: string } = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^([\w-]+)<<(.+)\n([\s\S]*?)\n\2\n/gm)) outputs[name] = value;
  return outputs;
}
