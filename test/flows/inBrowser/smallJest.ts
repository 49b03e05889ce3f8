/** As much of Jest as a promise suite needs, for a page: collects what `describe` and `it` say, then runs it in order. */
type Run = () => unknown;
type Block = { readonly name: string; readonly before: Run[]; readonly after: Run[]; readonly parent: Block | null };
type Test = { readonly name: string; readonly run: Run; readonly block: Block };

const root: Block = { name: '', before: [], after: [], parent: null };
const tests: Test[] = [];
let current = root;

const chain = (block: Block | null): readonly Block[] => (block === null ? [] : [...chain(block.parent), block]);

export const globals = {
  describe(name: string, define: Run) {
    const outer = current;
    current = { name, before: [], after: [], parent: outer };
    define();
    current = outer;
  },
  it: (name: string, run: Run) => { tests.push({ name, run, block: current }); },
  beforeEach: (run: Run) => { current.before.push(run); },
  afterEach: (run: Run) => { current.after.push(run); },
};

export async function runAll(): Promise<{ readonly passed: number; readonly failed: readonly string[] }> {
  const failed: string[] = [];
  for (const { name, run, block } of tests) {
    const blocks = chain(block);
    try {
      for (const one of blocks) for (const before of one.before) await before();
      await run();
    } catch (error) {
      failed.push(`${blocks.map((one) => one.name).filter(Boolean).join(' › ')} › ${name}: ${String((error as Error)?.message ?? error)}`);
    } finally {
      for (const one of [...blocks].reverse()) for (const after of one.after) await after();
    }
  }
  return { passed: tests.length - failed.length, failed };
}
