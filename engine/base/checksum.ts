// A checksum of bytes that were written by pipe itself, to notice damage by accident. No digest: whoever wants to can make
// other bytes with the same sum. In place of one because loading Node's crypto takes longer than a small build.

/** 16 hexadecimal digits. Any change within one 32-bit word is noticed for certain, any other but for one in 2^64. */
export function checksum(bytes: Uint8Array): string {
  // Words must be aligned.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(buffer, byteOffset, bytes.length >>> 2);
  let first = 0x9e3779b9 ^ bytes.length;
  let second = 0x85ebca6b;
  // Each step can be undone, so two states that differ once differ till another word differs too.
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    first = Math.imul(first ^ word, 0x2c1b3c6d);
    first ^= first >>> 15;
    second = Math.imul(second ^ word, 0x297a2d39);
    second ^= second >>> 13;
  }
  for (let index = words.length * 4; index < bytes.length; index++) {
    first = Math.imul(first ^ bytes[index]!, 0x2c1b3c6d);
    second = Math.imul(second ^ bytes[index]!, 0x297a2d39);
  }
  return hexadecimal(first) + hexadecimal(second);
}

function hexadecimal(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
