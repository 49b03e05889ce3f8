import { failed, ok } from '#domain/result';
import { photos } from '#graph/photos';
import { graphError, perPart, scriptedGraph } from './scriptedGraph.ts';

const reading = (status: number, body: unknown) => photos(scriptedGraph(perPart(() => ({ status, body }))).client).getPhoto('ana');

describe('the picture of a contact', () => {
  it('comes as base64', async () => {
    expect(await reading(200, 'SlBFRw==')).toEqual(ok('SlBFRw=='));
  });

  it.each(['ImageNotFound', 'ErrorItemNotFound', 'ResourceNotFound'])('is known to be none when Graph says %s', async (code) => {
    expect(await reading(404, graphError(code))).toEqual(ok(null));
  });

  it('is not taken for none when it could not be read', async () => {
    expect(await reading(401, graphError('InvalidAuthenticationToken'))).toEqual(failed({ kind: 'signInFailed', code: 'InvalidAuthenticationToken' }));
    expect(await reading(403, graphError('ErrorAccessDenied'))).toEqual(failed({ kind: 'accessDenied' }));
  });
});
