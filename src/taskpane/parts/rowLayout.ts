/** Rows that stand together under a heading. */
export type RowSection = { readonly title: string; readonly count: number };

export const headingHeight = 32;

type Placed = { readonly section: RowSection; readonly index: number; readonly top: number; readonly first: number };

/** Where the rows of a list lie, in pixels from its top: all rows of one height, with a heading before each section. */
export function layoutOf(total: number, rowHeight: number, sections: readonly RowSection[]) {
  const placed: Placed[] = [];
  let first = 0;
  for (const [index, section] of sections.entries()) {
    placed.push({ section, index, top: index * headingHeight + first * rowHeight, first });
    first += section.count;
  }
  /** The last section that begins at or before a row, or a height. */
  const before = (begins: (one: Placed) => boolean): Placed | undefined => {
    let [low, high] = [0, placed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = placed[middle];
      if (one !== undefined && begins(one)) low = middle + 1;
      else high = middle;
    }
    return placed[low - 1];
  };
  const sectionOf = (at: number): Placed | undefined => before((one) => one.first <= at && one.section.count > 0);
  return {
    height: total * rowHeight + sections.length * headingHeight,
    topOf(at: number): number {
      const section = sectionOf(at);
      return at * rowHeight + (section === undefined ? 0 : (section.index + 1) * headingHeight);
    },
    /** The row at this height, or the one after the heading there. */
    rowAt(top: number): number {
      const section = before((one) => one.top <= top);
      if (section === undefined) return Math.floor(top / rowHeight);
      return section.first + Math.max(0, Math.floor((top - section.top - headingHeight) / rowHeight));
    },
    isFirst: (at: number): boolean => sectionOf(at)?.first === at,
    /** The given rows under their sections. */
    bySection(rows: readonly number[]): readonly (Placed & { readonly rows: readonly number[] })[] {
      const found = new Map<number, Placed & { readonly rows: number[] }>();
      for (const at of rows) {
        const section = sectionOf(at);
        if (section === undefined) continue;
        const there = found.get(section.index);
        if (there) there.rows.push(at);
        else found.set(section.index, { ...section, rows: [at] });
      }
      return [...found.values()].sort((a, b) => a.index - b.index);
    },
  };
}
