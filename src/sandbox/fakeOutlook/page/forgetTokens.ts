/**
 * Takes away the tokens MSAL keeps in the tab, as when a session has ended: otherwise a sign-in situation would not
 * show before the tokens at hand run out. Pane and page are one origin here, so the page reaches them.
 */
export function forgetTokens(): void {
  try {
    for (const key of Object.keys(window.sessionStorage)) {
      if (/msal|accesstoken|idtoken|refreshtoken/i.test(key)) window.sessionStorage.removeItem(key);
    }
  } catch {
    // The browser refuses storage: then MSAL keeps its tokens in memory, and they go with the frame.
  }
}
