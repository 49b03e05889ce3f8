import fc from 'fast-check';
import { followTheme, themeNow } from '#outlook/theme';
import { installOffice, uninstallOffice } from './fakeOffice.ts';

let matching: Record<string, boolean>;
let listeners: (() => void)[];
beforeEach(() => {
  matching = {};
  listeners = [];
  window.matchMedia = ((query: string) => ({
    get matches() { return matching[query] === true; },
    addEventListener: (_type: string, listener: () => void) => listeners.push(listener),
    removeEventListener: (_type: string, listener: () => void) => { listeners = listeners.filter((other) => other !== listener); },
  })) as unknown as typeof window.matchMedia;
});
afterEach(uninstallOffice);

const dark = { bodyBackgroundColor: '#1F1F1F', bodyForegroundColor: '#ffffff' };

it('is Outlook\'s own where Outlook tells it', () => {
  installOffice({ context: { officeTheme: { ...dark, isDarkTheme: true } } });
  expect(themeNow()).toEqual({ mode: 'dark', bodyBackground: '#1f1f1f', bodyForeground: '#ffffff' });
  installOffice({ context: { officeTheme: dark } });
  expect(themeNow().mode).toBe('dark');
});

it('is the browser\'s preference where Outlook says nothing', () => {
  expect(themeNow()).toEqual({ mode: 'light', bodyBackground: '', bodyForeground: '' });
  matching['(prefers-color-scheme: dark)'] = true;
  expect(themeNow().mode).toBe('dark');
});

it('gives way to forced colours', () => {
  installOffice({ context: { officeTheme: { ...dark, isDarkTheme: true } } });
  matching['(forced-colors: active)'] = true;
  expect(themeNow().mode).toBe('contrast');
});

it('is told of when it changes, by event or by the browser, and only then', () => {
  const office = installOffice();
  const modes: string[] = [];
  const end = followTheme(({ mode }) => modes.push(mode));
  office.fire('officeThemeChanged', { officeTheme: dark });
  office.fire('officeThemeChanged', { officeTheme: dark });
  matching['(forced-colors: active)'] = true;
  listeners.forEach((listener) => listener());
  expect(modes).toEqual(['dark', 'contrast']);
  end();
  matching = {};
  office.fire('officeThemeChanged', { officeTheme: { bodyBackgroundColor: '#ffffff' } });
  expect([modes.length, listeners.length, office.handlerCount()]).toEqual([2, 0, 0]);
});

it('takes no nonsense for a colour', () => {
  fc.assert(fc.property(fc.anything(), (officeTheme) => {
    installOffice({ context: { officeTheme } });
    expect(['light', 'dark', 'contrast']).toContain(themeNow().mode);
    expect(themeNow().bodyBackground).toMatch(/^(#[0-9a-f]{6})?$/);
  }), { numRuns: 200 });
});
