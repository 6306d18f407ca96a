// Hashes that tell rows apart. No secret is in them.

/** 64 bits of a text, by two multiplicative hashes after Fowler, Noll and Vo with a final mixing (MurmurHash3's). */
export function hashOf(key: string): [number, number] {
  let high = 0x811c9dc5;
  let low = 0x2f0b4a27;
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
  }
  return [mixed(high ^ (low >>> 3)), mixed(low)];
}

/** MurmurHash3's final mixing. */
export function mixed(half: number): number {
  let bits = half ^ (half >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
