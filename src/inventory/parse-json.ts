/** Any key of JSON can be written with escapes, so a text with one is looked at key by key too. */
const mayHoldPrototypeKey = /__proto__|\\u00/;

/** The value of a JSON text without any `__proto__` member (a name AWS never uses); undefined where it does not parse. */
export function parseJson(text: string): unknown {
  try {
    return mayHoldPrototypeKey.test(text)
      ? JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value))
      : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type JsonObject = { readonly [name: string]: unknown };

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
