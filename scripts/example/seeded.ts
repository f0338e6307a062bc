/** FNV-1a, 32 bits: a seed of its own for every key, so that a new resource changes no other's ids. */
function seedOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: numbers in [0, 1), the same ones for the same key. */
function seeded(key: string): () => number {
  let state = seedOf(key);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number in [0, limit). */
export const seededBelow = (key: string, limit: number): number => Math.floor(seeded(key)() * limit);

export function seededHex(key: string, length: number): string {
  const next = seeded(key);
  return Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('');
}

export function seededUuid(key: string): string {
  const hex = seededHex(key, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
