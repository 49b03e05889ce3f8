/** The assertions that the promise suites use, for a page; Jest's own bring Node along. */
const containing = Symbol('containing');

/** As Jest compares: by content, properties that are undefined not counting; `part` lets the actual one hold more. */
function matches(actual: unknown, expected: unknown, part: boolean): boolean {
  if (Object.is(actual, expected)) return true;
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) return false;
  const wanted = (expected as Record<symbol, unknown>)[containing];
  if (wanted !== undefined) return matches(actual, wanted, true);
  if (Array.isArray(expected) !== Array.isArray(actual)) return false;
  if (Array.isArray(expected) && expected.length !== (actual as unknown[]).length) return false;
  if (expected instanceof Map || expected instanceof Set) return matches([...(actual as Iterable<unknown>)], [...expected], part);
  const names = new Set([...Object.keys(expected), ...(part ? [] : Object.keys(actual))]);
  return [...names].every((name) => matches((actual as Record<string, unknown>)[name], (expected as Record<string, unknown>)[name], part));
}

const shown = (value: unknown): string => {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 400);
  } catch {
    return String(value);
  }
};

function assertions(actual: unknown, wanted: boolean) {
  const check = (holds: boolean, what: string, expected?: unknown) => {
    if (holds !== wanted) throw new Error(`${wanted ? '' : 'not '}${what}: got ${shown(actual)}, expected ${shown(expected)}`);
  };
  return {
    toBe: (expected: unknown) => check(Object.is(actual, expected), 'toBe', expected),
    toBeNull: () => check(actual === null, 'toBeNull', null),
    toEqual: (expected: unknown) => check(matches(actual, expected, false), 'toEqual', expected),
    toMatchObject: (expected: unknown) => check(matches(actual, expected, true), 'toMatchObject', expected),
    toHaveLength: (length: number) => check((actual as { length?: number } | null)?.length === length, 'toHaveLength', length),
    toThrow: () => {
      let threw = false;
      try {
        (actual as () => unknown)();
      } catch {
        threw = true;
      }
      check(threw, 'toThrow');
    },
  };
}

export function expect(actual: unknown) {
  const promised = (wanted: boolean) => ({
    async toThrow() {
      const threw = await Promise.resolve(actual).then(() => false, () => true);
      if (threw !== wanted) throw new Error(`rejects.toThrow: ${threw ? 'it did' : 'it did not'}`);
    },
  });
  return { ...assertions(actual, true), not: assertions(actual, false), rejects: promised(true) };
}
expect.objectContaining = (part: object) => ({ [containing]: part });
