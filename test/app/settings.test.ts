import { directionOf } from '#app/direction';
import { readSettings } from '#app/settings';

describe('the settings in the page', () => {
  it('are read, without a slash at the end of the address', () => {
    expect(readSettings('{"graphUrl":"https://graph.example/","clientId":"c","authority":"a"}'))
      .toEqual({ ok: true, value: { graphUrl: 'https://graph.example', clientId: 'c', authority: 'a', schemaExtension: null } });
  });
  it.each([null, '', '{', '7', 'null', '{"graphUrl":7}', '[]'])('are a problem when the page holds %p', (text) => {
    expect(readSettings(text).ok).toBe(false);
  });
});

describe('the direction of a language', () => {
  it.each([['ar-SA', 'rtl'], ['he-IL', 'rtl'], ['fa', 'rtl'], ['en-US', 'ltr'], ['', 'ltr'], ['arn-CL', 'ltr']] as const)('%s reads %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});
