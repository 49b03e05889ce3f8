export type HostTheme = {
  readonly mode: 'light' | 'dark' | 'contrast';
  /** `#rrggbb` as Outlook gives them, or '' when it does not say. */
  readonly bodyBackground: string;
  readonly bodyForeground: string;
};

export function themeNow(): HostTheme {
  throw new Error('not built yet');
}

/** Calls `onTheme` at every change, not at once. Gives the function that ends it. */
export function followTheme(_onTheme: (theme: HostTheme) => void): () => void {
  throw new Error('not built yet');
}
