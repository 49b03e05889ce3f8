import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import type { ContactId } from '#domain/contact';
import type { Services } from '#app/services';
import { pictureShelf } from '../pictureShelf.ts';
import type { PictureShelf } from '../pictureShelf.ts';
import { useServices } from '../ServicesContext.ts';
import { whenSeen } from './whenSeen.ts';

const shelves = new WeakMap<Services, PictureShelf>();

export function usePictures(): PictureShelf {
  const services = useServices();
  const shelf = shelves.get(services) ?? pictureShelf(services);
  shelves.set(services, shelf);
  return shelf;
}

/**
 * The address of a contact's picture, once `seen` is in sight; null for none. `closely`: a card, where a picture changed
 * elsewhere is to be seen, and for a contact without one the directory's, where it may be read already.
 */
export function usePicture(id: ContactId | null, address: string | null, closely: boolean, seen: RefObject<Element | null>): string | null {
  const shelf = usePictures();
  const [inSight, setInSight] = useState(false);
  const [fromDirectory, setFromDirectory] = useState<{ readonly address: string; readonly url: string | null } | null>(null);

  const isWanted = id !== null || closely;
  useEffect(() => (seen.current === null || !isWanted ? undefined : whenSeen(seen.current, () => setInSight(true))), [seen, isWanted]);
  const subscribe = useCallback(
    (listener: () => void) => (id === null || !inSight ? () => {} : shelf.watch(id, closely, listener)), [shelf, id, closely, inSight],
  );
  const own = useSyncExternalStore(subscribe, () => (id === null ? null : shelf.urlOf(id)));
  const isWithout = useSyncExternalStore(subscribe, () => id === null || shelf.isKnown(id)) && own === null;

  const wanted = closely && inSight && isWithout && address !== null && address !== '' ? address : null;
  useEffect(() => {
    if (wanted === null) return;
    let late = false;
    void shelf.fromDirectory(wanted).then((url) => { if (!late) setFromDirectory({ address: wanted, url }); });
    return () => { late = true; };
  }, [shelf, wanted]);

  return own ?? (wanted !== null && fromDirectory?.address === wanted ? fromDirectory.url : null);
}
