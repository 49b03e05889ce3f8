/** The colours of the host's themes, as office.js takes them: whole numbers that arrive in the pane as `#rrggbb`. */
import type { Situation } from './situation.ts';

const themes: Readonly<Record<Situation['theme'], Readonly<Record<string, number>>>> = {
  light: { bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x242424, controlBackgroundColor: 0xffffff, controlForegroundColor: 0x242424 },
  dark: { bodyBackgroundColor: 0x292929, bodyForegroundColor: 0xffffff, controlBackgroundColor: 0x1f1f1f, controlForegroundColor: 0xffffff },
  contrast: { bodyBackgroundColor: 0x000000, bodyForegroundColor: 0xffffff, controlBackgroundColor: 0x000000, controlForegroundColor: 0xffff00 },
};

/** The data of the event `officeThemeChanged`: one JSON text in a list. */
export function officeThemeEvent(theme: Situation['theme']): readonly [string] {
  return [JSON.stringify(themes[theme])];
}

/** What `prefers-color-scheme` is to say inside the pane. */
export function colorScheme(theme: Situation['theme']): 'light' | 'dark' {
  return theme === 'light' ? 'light' : 'dark';
}
