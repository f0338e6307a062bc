import { createHmac } from 'node:crypto';
import { UsageError } from '../errors.ts';

export type RedactionKeys = {
  /** The config's `accountAliases`, by account id. */
  readonly aliases: { readonly [accountId: string]: string };
  /** A secret of the user's, for accounts without an alias. */
  readonly key: string | undefined;
};

export type Redactor = RedactionKeys & {
  /** The text without any account id: an alias, or a token that only the key leads back from. */
  readonly redact: (text: string) => string;
  /** Accounts that have neither; they show as `[account]`. */
  readonly nameless: ReadonlySet<string>;
  /** Tells the key from another one, and from none: fingerprints compare only where it is the same. */
  readonly mark: string;
};

/** The environment variable that holds the key. */
const redactKeyName = 'BACKUPLINT_REDACT_KEY';

/** An account id is twelve digits that are no part of a longer number; the console writes it with hyphens. */
const twelveDigits = /(?<!\d)\d{12}(?!\d)/g;
const hyphenated = /(?<![\d-])(\d{4})-(\d{4})-(\d{4})(?![\d-])/g;
const arnAccount = /arn:[a-z0-9-]*:[a-z0-9-]*:[a-z0-9-]*:(\d{12}):/g;

/** `accounts` are those that are known to be some: they are found inside longer numbers, too. What stands in a text depends on nothing that was redacted before it. */
export function redactorOf(keys: RedactionKeys, accounts: Iterable<string> = []): Redactor {
  const nameless = new Set<string>();
  const known = new Set([...accounts, ...Object.keys(keys.aliases)]);
  const nameOf = (id: string): string => {
    const name = keys.aliases[id] ?? tokenOf(id, keys.key);
    if (name === undefined && known.has(id)) nameless.add(id);
    return name ?? '[account]';
  };
  const redact = (text: string): string => {
    if (!/\d{12}|\d{4}-\d{4}-\d{4}/.test(text)) return text;
    const plain = text
      .replace(hyphenated, (_, ...parts) => nameOf(parts.slice(0, 3).join('')))
      .replace(twelveDigits, nameOf);
    // What is left are longer numbers, in which only ids that are known can be seen.
    if (!/\d{12}/.test(plain)) return plain;
    return [...known, ...accountsIn(text)].reduce(
      (left, id) => (left.includes(id) ? left.replaceAll(id, nameOf(id)) : left),
      plain,
    );
  };
  return { ...keys, redact, nameless, mark: markOf(keys) };
}

/** Those that ARNs in a text name. */
export const accountsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(arnAccount), ([, id = '']) => id);

/** A plain hash of twelve digits would be undone by trying them all. */
const tokenOf = (id: string, key: string | undefined): string | undefined =>
  key === undefined ? undefined : `account-${lettersOf(createHmac('sha256', key).update(`account\n${id}`).digest())}`;

const markOf = ({ key }: RedactionKeys): string =>
  key === undefined ? 'names' : `key-${lettersOf(createHmac('sha256', key).update('mark').digest())}`;

/** Without digits, so that nothing in it looks like an account id. */
const lettersOf = (bytes: Buffer): string =>
  [...bytes.subarray(0, 10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');

/** A shorter secret is found by trying all. */
const leastKey = 16;

/** Two accounts of one name would share their findings. */
function requireKeys({ aliases, key }: RedactionKeys): void {
  const names = Object.values(aliases);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new UsageError(`"accountAliases" names two accounts "${twice}": give each its own`);
  const telling = names.find((name) => /\d{12}/.test(name));
  if (telling !== undefined) throw new UsageError('"accountAliases" has an alias that holds an account id');
  if (key !== undefined && key.length < leastKey) {
    throw new UsageError(`${redactKeyName} is too short: take ${leastKey} characters or more that nobody can guess`);
  }
  if (key === undefined && names.length === 0) {
    throw new UsageError(
      `--redact needs names for accounts: "accountAliases" in the config, or a secret in ${redactKeyName}`,
    );
  }
}

/** What the user gave to call accounts by; throws where that is not enough, or would tell an id. */
export function redactionKeys(
  config: { readonly accountAliases?: RedactionKeys['aliases'] | undefined } | undefined,
  env: { readonly [name: string]: string | undefined },
): RedactionKeys {
  const keys = { aliases: config?.accountAliases ?? {}, key: env[redactKeyName] || undefined };
  requireKeys(keys);
  return keys;
}

/** Numbers that are no known account would all be `[account]`, and with them the fingerprints of different things. */
export function requireApart(texts: Iterable<string>): void {
  for (const text of texts) {
    if (!text.includes('[account]')) continue;
    throw new UsageError(
      `--redact: aliases alone cannot tell things apart whose names hold other numbers of twelve digits; set ${redactKeyName}; nothing was written`,
    );
  }
}

export function requireNames({ nameless }: Redactor): void {
  if (nameless.size === 0) return;
  const whom = nameless.size === 1 ? 'one account has' : `${nameless.size} accounts have`;
  throw new UsageError(
    `--redact: ${whom} no alias; add all to "accountAliases" in the config, or set ${redactKeyName}; nothing was written`,
  );
}
