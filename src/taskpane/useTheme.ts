import { webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Look } from '#app/services';

type Mode = Look['mode'];

// Each person needs one of them: the dark and the contrast one do not belong to the first load.
const load: Readonly<Record<Exclude<Mode, 'light'>, () => Promise<Theme>>> = {
  dark: () => import('./themes/dark.ts').then(({ webDarkTheme }) => webDarkTheme),
  contrast: () => import('./themes/contrast.ts').then(({ teamsHighContrastTheme }) => teamsHighContrastTheme),
};

const loaded = new Map<Mode, Theme>([['light', webLightTheme]]);

/** Fluent's theme for a look. While it is fetched the one before stays; null when there is none yet. */
export function useTheme(mode: Mode): Theme | null {
  const [shown, setShown] = useState<Theme | null>(loaded.get(mode) ?? null);
  useEffect(() => {
    let late = false;
    void themeOf(mode).then((theme) => { if (!late) setShown(theme); });
    return () => { late = true; };
  }, [mode]);
  return loaded.get(mode) ?? shown;
}

async function themeOf(mode: Mode): Promise<Theme> {
  const known = loaded.get(mode);
  if (known !== undefined || mode === 'light') return known ?? webLightTheme;
  try {
    const theme = await load[mode]();
    loaded.set(mode, theme);
    return theme;
  } catch {
    // Better bright than nothing; asked for again at the next start.
    return webLightTheme;
  }
}
