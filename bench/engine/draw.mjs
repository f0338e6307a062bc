// Chance without state: what a resource's n-th property is follows from seed, resource and n alone, so that nothing
// needs to be kept to say the same thing twice.

/** A whole number of 32 bits. (The finalizer of MurmurHash3.) */
export function draw(seed, resource, slot) {
  let hash = Math.imul(seed ^ resource, 0x9e3779b1) ^ Math.imul(slot + 1, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** From 0 to below 1. */
export const share = (seed, resource, slot) => draw(seed, resource, slot) / 2 ** 32;

const hex8 = (number) => number.toString(16).padStart(8, '0');

/** Up to 16 digits. */
export const hex = (seed, resource, slot, digits) =>
  (hex8(draw(seed, resource, slot)) + hex8(draw(seed + 1, resource, slot))).slice(0, digits);

export function uuid(seed, resource, slot) {
  const [a, b, c, d] = [0, 1, 2, 3].map((step) => hex8(draw(seed + step, resource, slot)));
  return `${a}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${d}`;
}
