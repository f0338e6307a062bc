import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sourceFiles } from '../imports.ts';

/** The packages of the SDK that may be imported, and what of them besides their clients. */
const allowed: { readonly [name: string]: RegExp } = {
  'client-account': /^ListRegionsCommand$/,
  'client-backup': /^(List|Get|Describe)[A-Za-z]+Command$/,
  'client-organizations': /^ListAccountsCommand$/,
  'client-resource-groups-tagging-api': /^GetResourcesCommand$/,
  // To enter an account, and to know which one this is.
  'client-sts': /^(AssumeRole|GetCallerIdentity)Command$/,
};
/** `BackupClient` sends commands; the class `Backup` beside it has every operation as a method. */
const client = /^[A-Za-z]+Client$/;

const statement = /^(?:import|export)\s+(type\s+)?([^;]*?)\s*from\s+'([^']+)'/gm;
const mention = /'(@aws-sdk\/[^']+|@smithy\/[^']+|aws-sdk)'/g;

/** What a file takes of the SDK that only reading does not take. */
function forbiddenIn(text: string): readonly string[] {
  const imports = [...text.matchAll(statement)].filter(([, , , from = '']) => isSdk(from));
  const named = imports.flatMap(([, isType, what = '', from = '']) =>
    isType === undefined ? forbiddenNames(what, from) : unknownPackage(from),
  );
  const unnamed = [...text.matchAll(mention)].length - imports.length;
  return [...named, ...(unnamed > 0 ? ['an import without names'] : [])];
}

const isSdk = (from: string): boolean => /^(@aws-sdk\/|@smithy\/|aws-sdk$)/.test(from);
const allowedOf = (from: string): RegExp | undefined => allowed[from.replace('@aws-sdk/', '')];
const unknownPackage = (from: string): readonly string[] => (allowedOf(from) === undefined ? [from] : []);

function forbiddenNames(what: string, from: string): readonly string[] {
  const commands = allowedOf(from);
  if (commands === undefined || !/^{[^}]*}$/.test(what)) return [`${what} of ${from}`];
  const names = what
    .slice(1, -1)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
  return names.filter((name) => !client.test(name) && !commands.test(name));
}

const files = sourceFiles(fileURLToPath(new URL('../../src', import.meta.url)));

test('of the SDK no more is imported than what reads', () => {
  const found = files.flatMap(({ file, text }) => forbiddenIn(text).map((what) => `${file}: ${what}`));
  expect(found).toEqual([]);
  const commands = files.flatMap(({ text }) => [...text.matchAll(/\bnew (\w+)Command\(/g)].map(([, name]) => name));
  expect(commands.length).toBeGreaterThan(30);
});

test.each([
  "import { DeleteRecoveryPointCommand } from '@aws-sdk/client-backup';",
  "import {\n  ListBackupVaultsCommand,\n  StartCopyJobCommand as ListCommand,\n} from '@aws-sdk/client-backup';",
  "import { PutBackupVaultLockConfigurationCommand, type ScanJob } from '@aws-sdk/client-backup';",
  "import { Backup } from '@aws-sdk/client-backup';",
  "import * as sdk from '@aws-sdk/client-backup';",
  "import sdk from '@aws-sdk/client-backup';",
  "const sdk = await import('@aws-sdk/client-backup');",
  "export * from '@aws-sdk/client-backup';",
  "import { CreateAccountCommand } from '@aws-sdk/client-organizations';",
  "import { AssumeRootCommand } from '@aws-sdk/client-sts';",
  "import { TagResourcesCommand } from '@aws-sdk/client-resource-groups-tagging-api';",
  "import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';",
  "import type { Bucket } from '@aws-sdk/client-s3';",
  "import { HttpRequest } from '@smithy/protocol-http';",
])('an import that could write is seen: %s', (text) => {
  expect(forbiddenIn(text)).toHaveLength(1);
});
