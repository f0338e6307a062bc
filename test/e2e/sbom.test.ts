import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');

const Component = z.looseObject({ name: z.string(), version: z.string(), purl: z.string() });

const Bom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: Component }),
  components: z.array(Component.extend({ hashes: z.array(z.looseObject({ alg: z.literal('SHA-512') })).min(1) })),
});

/** As npm run sbom makes it, from the lock file alone. */
function sbom(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'backuplint-sbom-')), 'deeper/backuplint.cdx.json');
  execFileSync(process.execPath, [join(root, 'scripts/sbom.mjs'), file], { cwd: tmpdir(), stdio: 'pipe' });
  return readFileSync(file, 'utf8');
}

test('npm run sbom lists what is installed with the package, and no tool that makes it; twice the same', () => {
  const text = sbom();
  const { metadata, components } = Bom.parse(JSON.parse(text));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(metadata.component).toMatchObject({ name: 'backuplint', version: manifest.version, type: 'application' });
  expect(metadata.component.purl).toBe(`pkg:npm/backuplint@${manifest.version}`);

  const listed = new Map(components.map(({ name, version }) => [name, version]));
  const wanted: readonly [string, unknown][] = Object.entries(manifest.dependencies);
  expect(wanted.filter(([name, version]) => listed.get(name) !== version)).toEqual([]);
  expect(Object.keys(manifest.devDependencies).filter((name) => listed.has(name))).toEqual([]);
  expect(components.length).toBeGreaterThan(wanted.length);
  expect(sbom()).toBe(text);
});
