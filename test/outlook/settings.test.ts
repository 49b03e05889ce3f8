import { failed } from '#domain/result';
import { roamingSettings } from '#outlook/settings';
import { installOffice, uninstallOffice } from './fakeOffice.ts';

afterEach(uninstallOffice);

it('keeps values for this session and writes them when told', async () => {
  const kept = new Map<string, unknown>();
  const saveAsync = jest.fn((done: (answer: unknown) => void) => done({ status: 'succeeded' }));
  installOffice({ context: { roamingSettings: {
    get: (name: string) => kept.get(name), set: (name: string, value: unknown) => kept.set(name, value),
    remove: (name: string) => kept.delete(name), saveAsync,
  } } });
  const settings = roamingSettings();
  expect(settings.set('pane', { memoryOnly: true })).toEqual({ ok: true, value: null });
  expect(settings.get('pane')).toEqual({ memoryOnly: true });
  expect(await settings.save()).toEqual({ ok: true, value: null });
  settings.set('pane', undefined);
  expect(settings.get('pane')).toBeUndefined();
  expect(saveAsync).toHaveBeenCalledTimes(1);
});

it('has nothing and says so where the host has no settings', async () => {
  installOffice();
  const settings = roamingSettings();
  expect(settings.get('pane')).toBeUndefined();
  expect(settings.set('pane', 1)).toEqual(failed({ kind: 'refused', code: 'TypeError', message: '' }));
  expect(await settings.save()).toEqual(failed({ kind: 'refused', code: 'TypeError', message: '' }));
});
