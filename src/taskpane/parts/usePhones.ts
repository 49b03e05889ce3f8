import { useEffect, useState } from 'react';

type Phones = typeof import('#domain/phone');

let loaded: Phones | null = null;
let loading: Promise<void> | null = null;

/** Brings the rules of the world's phone numbers; they are too heavy for the first load. */
function loadPhones(): Promise<void> {
  // Without a connection numbers stay as they are stored, and the next card asks again.
  loading ??= import('#domain/phone').then((phones) => { loaded = phones; }, () => { loading = null; });
  return loading;
}

/** How numbers are shown and called; null until that is loaded, and then numbers are shown as they are stored. */
export function usePhones(): Phones | null {
  const [phones, setPhones] = useState(loaded);
  useEffect(() => {
    let gone = false;
    if (loaded === null) void loadPhones().then(() => { if (!gone) setPhones(loaded); });
    return () => { gone = true; };
  }, []);
  return phones;
}
