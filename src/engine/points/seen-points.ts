/** Texts seen before: 64 bits of each, so that a million take 16 MB. */
export type Seen = {
  /** Notes what several texts say together; true where it was noted before. */
  readonly again: (...texts: readonly string[]) => boolean;
};

/**
 * An open table of two hashes of 32 bits. Of three million texts two look alike by chance once in four million tables;
 * what looks alike is then read again and compared in full.
 */
export function seenTexts(): Seen {
  let size = 1024;
  let table = new Uint32Array(2 * size);
  let count = 0;
  const place = (into: Uint32Array, slots: number, high: number, low: number): boolean => {
    for (let slot = low & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      if (into[2 * slot] === 0 && into[2 * slot + 1] === 0) {
        into[2 * slot] = high;
        into[2 * slot + 1] = low;
        return false;
      }
      if (into[2 * slot] === high && into[2 * slot + 1] === low) return true;
    }
  };
  const grow = () => {
    const old = table;
    size *= 2;
    table = new Uint32Array(2 * size);
    for (let at = 0; at < old.length; at += 2) {
      const [high = 0, low = 0] = [old[at], old[at + 1]];
      if (high !== 0 || low !== 0) place(table, size, high, low);
    }
  };
  return {
    again: (...texts) => {
      let high = 0x811c9dc5;
      let low = 0x9747b28c;
      for (const text of texts) {
        for (let index = 0; index < text.length; index += 1) {
          const code = text.charCodeAt(index);
          high = Math.imul(high ^ code, 0x01000193);
          low = Math.imul(low ^ code, 0x5bd1e995);
          low ^= low >>> 13;
        }
        // Where one text ends counts too.
        high = Math.imul(high ^ 0x100, 0x01000193);
      }
      if (3 * size < 4 * (count + 1)) grow();
      const isAgain = place(table, size, high >>> 0 || 1, low >>> 0);
      if (!isAgain) count += 1;
      return isAgain;
    },
  };
}
