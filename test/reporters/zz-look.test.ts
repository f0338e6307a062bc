import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { reporters } from '../../src/reporters/reporters.ts';
import { estate, evidence } from './estate.ts';
import { activeRule, finding, options, reportOf, resource } from './fixture.ts';
test('look', () => {
  const a = activeRule({ id: 'BKP301', name: 'air-gapped-copy' });
  const many = reportOf({ rules: [a], findings: Array.from({ length: 47 }, (_, i) => finding(a, resource(`db-${i}`, i === 3 ? { name: `a-very-long-name-${'x'.repeat(120)}` } : {}))) });
  let out = '';
  for (const w of [60, 80, 160]) out += `##### ${w}\n${[...reporters.pretty(estate, { ...options, width: w })].join('')}`;
  out += [...reporters.pretty(many, options)].join('');
  out += [...reporters.pretty(reportOf({ rules: [a, evidence], pass: 12 }), options)].join('');
  out += [...reporters.pretty(reportOf({ rules: [a, evidence] }), options)].join('');
  writeFileSync('/tmp/h-look.txt', out);
  writeFileSync('/tmp/sarif-lab/estate.sarif', [...reporters.sarif(estate, options)].join(''));
  writeFileSync('/tmp/sarif-lab/empty.sarif', [...reporters.sarif(reportOf({ rules: [a, evidence], pass: 12 }), options)].join(''));
});
