import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigFile } from '../src/config/config-schema.ts';
import { inventoryLine } from '../src/inventory/inventory-schema.ts';
import { Result } from '../src/result.ts';
import { RuleTestFile } from '../src/rule-tests/test-schema.ts';
import { RuleFile } from '../src/rules/rule-schema.ts';
import { WaiverFile } from '../src/waivers/waiver-file.ts';

/** What people write is described as it is read; what we write, as it is written. */
const schemas = {
  rule: z.toJSONSchema(RuleFile, { io: 'input' }),
  'rule-test': z.toJSONSchema(RuleTestFile, { io: 'input' }),
  config: z.toJSONSchema(ConfigFile, { io: 'input' }),
  waivers: z.toJSONSchema(WaiverFile, { io: 'input' }),
  inventory: z.toJSONSchema(inventoryLine(), { io: 'output' }),
  result: z.toJSONSchema(Result, { io: 'output' }),
};

const fileAt = (path: string) => new URL(`../${path}`, import.meta.url);
const textAt = (path: string) => readFileSync(fileAt(path), 'utf8');

describe.each(Object.entries(schemas))('schemas/%s.schema.json', (name, schema) => {
  test('is what the zod schema says (npm run schemas writes it anew)', () => {
    const path = `schemas/${name}.schema.json`;
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env.UPDATE_SCHEMAS === '1') writeFileSync(fileAt(path), text);
    expect(textAt(path) === text, 'run npm run schemas').toBe(true);
  });
});

function validator(name: keyof typeof schemas) {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schemas[name]);
  return (value: unknown) => validate(value);
}

describe('the schemas take what we ship and refuse what the tool refuses', () => {
  const ruleText = textAt('examples/own-rule.json');
  const configText = textAt('examples/backuplint.json');
  const inventory = textAt('examples/inventory.ndjson').trimEnd().split('\n');

  test('rule', () => {
    const isRule = validator('rule');
    const rule = JSON.parse(ruleText);
    expect(isRule(rule)).toBe(true);
    expect(
      [
        { ...rule, id: 'bkp1' },
        { ...rule, extra: 1 },
        { ...rule, require: { all: [] } },
      ].map(isRule),
    ).toEqual([false, false, false]);
  });

  test('config', () => {
    const isConfig = validator('config');
    const config = parse(configText);
    expect(isConfig(config)).toBe(true);
    expect(
      [{ ...config, extend: [] }, { ...config, extends: 'recommended' }, { failOn: 'error' }].map(isConfig),
    ).toEqual([false, false, false]);
  });

  test('inventory', () => {
    const isLine = validator('inventory');
    expect(inventory.filter((line) => !isLine(JSON.parse(line)))).toEqual([]);
    const header = JSON.parse(inventory[0] ?? '');
    expect(
      [
        { ...header, schemaVersion: 2 },
        { ...header, kind: 'vault' },
        { ...header, asOf: 'today' },
      ].map(isLine),
    ).toEqual([false, false, false]);
  });
});
