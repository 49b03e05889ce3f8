/** Asks again until it is so, and throws when it is not after `forMs`. */
export async function waitUntil(what: () => Promise<boolean>, forMs: number): Promise<void> {
  const end = Date.now() + forMs;
  while (!(await what())) {
    if (Date.now() > end) throw new Error('It did not come to that.');
    await new Promise((later) => setTimeout(later, 100));
  }
}
