import type { Result } from '#domain/result';
import type { Token, TokenHow, TokenSource } from './tokenSource.ts';

export type Way = 'outlook' | 'window';

export type EitherTokens = TokenSource & {
  /** `outlook`: Outlook itself signs in. `window`: a dialog does. */
  readonly way: () => Way;
};

/**
 * Outlook's own way of signing in first, a dialog where that is not to be had. Once the dialog turned out to be the
 * way it stays so for as long as the pane lives: what a host lacks it does not gain meanwhile.
 */
export function eitherTokens(outlook: TokenSource, dialog: TokenSource, dialogIsSupported: () => boolean): EitherTokens {
  let way: Way = 'outlook';
  let silences = 0;

  const now = (): TokenSource => (way === 'outlook' ? outlook : dialog);

  /** True when the same has to be asked of the dialog. */
  function turns(result: Result<Token>): boolean {
    silences = !result.ok && result.problem.kind === 'noAnswer' ? silences + 1 : 0;
    // A bridge may be there and never say a word; once may be chance.
    const turn = way === 'outlook' && dialogIsSupported() && !result.ok && (result.problem.kind === 'signInUnsupported' || silences > 1);
    if (turn) way = 'window';
    return turn;
  }

  async function silently(scopes: readonly string[], how: TokenHow = {}): Promise<Result<Token>> {
    const result = await now().silently(scopes, how);
    return turns(result) ? dialog.silently(scopes, how) : result;
  }

  async function byClick(scopes: readonly string[], how: TokenHow = {}): Promise<Result<Token>> {
    // The bridge passes on no wish for another account; only the dialog can offer the choice.
    if (how.otherAccount === true && dialogIsSupported()) {
      const result = await dialog.byClick(scopes, how);
      if (result.ok) way = 'window';
      return result;
    }
    const result = await now().byClick(scopes, how);
    return turns(result) ? dialog.byClick(scopes, how) : result;
  }

  return {
    way: () => way,
    account: () => now().account(),
    silently,
    byClick,
    forget() {
      outlook.forget();
      dialog.forget();
    },
  };
}
