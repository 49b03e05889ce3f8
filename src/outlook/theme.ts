import { guarded, guardedText } from './guarded.ts';

export type HostTheme = {
  readonly mode: 'light' | 'dark' | 'contrast';
  /** `#rrggbb` as Outlook gives them, or '' when it does not say. */
  readonly bodyBackground: string;
  readonly bodyForeground: string;
};

const forcedColors = '(forced-colors: active)';
const prefersDark = '(prefers-color-scheme: dark)';
const themeChanged = () => guardedText(() => Office.EventType.OfficeThemeChanged) || 'officeThemeChanged';

/**
 * Outlook's theme from Mailbox 1.14 on, else what the browser prefers; forced colours win over both.
 * (Outlook add-ins, "Office.OfficeTheme"; CSS Color Adjustment, forced-colors)
 */
export function themeNow(): HostTheme {
  return themeFrom(guarded(() => (Office.context as { officeTheme?: unknown }).officeTheme));
}

/** Calls `onTheme` at every change, not at once. Gives the function that ends it. */
export function followTheme(onTheme: (theme: HostTheme) => void): () => void {
  // Some hosts tell of the new theme in the event alone.
  let told: unknown;
  let stopped = false;
  let last = JSON.stringify(themeNow());
  const tell = () => {
    if (stopped) return;
    const theme = told === undefined ? themeNow() : themeFrom(told);
    const print = JSON.stringify(theme);
    if (print === last) return;
    last = print;
    onTheme(theme);
  };
  const onOffice = (event: unknown) => {
    told = guarded(() => (event as { officeTheme?: unknown }).officeTheme) ?? undefined;
    tell();
  };
  const mailbox = () => Office.context.mailbox as unknown as {
    addHandlerAsync?: (type: string, handler: (event: unknown) => void, done?: () => void) => void;
    removeHandlerAsync?: (type: string, options: { handler: (event: unknown) => void }, done?: () => void) => void;
  };
  guarded(() => mailbox().addHandlerAsync?.(themeChanged(), onOffice, () => undefined));
  const queries = [forcedColors, prefersDark].flatMap((query) => media(query) ?? []);
  for (const query of queries) query.addEventListener('change', tell);
  return () => {
    stopped = true;
    for (const query of queries) query.removeEventListener('change', tell);
    guarded(() => mailbox().removeHandlerAsync?.(themeChanged(), { handler: onOffice }, () => undefined));
  };
}

function themeFrom(office: unknown): HostTheme {
  const bodyBackground = colour(guarded(() => (office as Record<string, unknown>).bodyBackgroundColor));
  const bodyForeground = colour(guarded(() => (office as Record<string, unknown>).bodyForegroundColor));
  const isDark = guarded(() => (office as Record<string, unknown>).isDarkTheme);
  return { mode: mode(isDark, bodyBackground), bodyBackground, bodyForeground };
}

function mode(isDark: unknown, background: string): HostTheme['mode'] {
  if (media(forcedColors)?.matches === true) return 'contrast';
  if (typeof isDark === 'boolean') return isDark ? 'dark' : 'light';
  if (background !== '') return brightness(background) < 128 ? 'dark' : 'light';
  return media(prefersDark)?.matches === true ? 'dark' : 'light';
}

const media = (query: string): MediaQueryList | undefined => guarded(() => globalThis.matchMedia(query)) ?? undefined;

const colour = (value: unknown): string =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : '';

/** 0 to 255, the parts weighed as the eye does. (ITU-R BT.601) */
function brightness(rgb: string): number {
  const part = (at: number) => Number.parseInt(rgb.slice(at, at + 2), 16);
  return 0.299 * part(1) + 0.587 * part(3) + 0.114 * part(5);
}
