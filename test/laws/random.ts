/** Seeded chance: the same seed gives the same run on every machine. */
export type Random = {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, 0 ≤ n < below. */
  below(below: number): number;
  chance(probability: number): boolean;
  between(low: number, high: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** Null when there is nothing to choose from. */
  anyOf<T>(from: readonly T[]): T | null;
  /** One of the names, each as likely as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
};

/** Mulberry32: small, quick, and even enough for choosing what happens next. */
export function randomOf(seed: number): Random {
  let state = (seed * 0x9E3779B1) >>> 0;
  const next = (): number => {
    state = (state + 0x6D2B79F5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (from) => from[below(from.length)] ?? from[0],
    anyOf: (from) => (from.length === 0 ? null : from[below(from.length)] ?? null),
    weighted(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let at = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        at -= weight;
        if (at < 0) return name;
      }
      return entries[0]![0];
    },
  };
}
