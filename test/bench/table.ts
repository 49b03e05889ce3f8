export type Line = {
  readonly what: string;
  /** One for each size measured. */
  readonly figures: readonly Figure[];
  /** In words; '' when the design asks for nothing. */
  readonly wanted: string;
};
export type Figure = { readonly text: string; readonly verdict: 'ok' | 'over' | '' };

export const figure = (text: string, isOk?: boolean): Figure => ({ text, verdict: isOk === undefined ? '' : isOk ? 'ok' : 'over' });

/** The value that `share` of all values do not pass. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const ms = (value: number): string => (value < 10 ? `${value.toFixed(1)} ms` : value < 10_000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`);

/** A table that reads as well in a terminal as on a page. */
export function tableOf(sizes: readonly number[], lines: readonly Line[]): string {
  const rows = [
    ['', ...sizes.map((size) => `${size.toLocaleString('en')} contacts`), 'wanted'],
    ...lines.map(({ what, figures, wanted }) => [what, ...figures.map(({ text, verdict }) => (verdict === '' ? text : `${text}, ${verdict}`)), wanted]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const written = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  return [written[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...written.slice(1)].join('\n');
}
