/** A stream of numbers in [0, 1) that the same seed always repeats; xoshiro128** (Blackman and Vigna, 2018), seeded by splitmix32. */
export type Random = () => number;

/** The stream of a seed, a whole number. Figures use `SEED`, so that the same facts give the same bytes. */
export function seededRandom(seed: number): Random {
  let mixed = seed >>> 0;
  const next = () => {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    let word = mixed;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const turned = Math.imul(b, 5);
    const result = Math.imul((turned << 7) | (turned >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result / 4_294_967_296;
  };
}

/** The seed of every interval and p-value that pages show. */
export const SEED = 20_260_101;
