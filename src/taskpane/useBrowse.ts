import { useEffect, useState } from 'react';
import type { BrowsePage, BrowseQuery } from '#domain/browseQuery';
import { useServices } from './ServicesContext.ts';
import { useCell } from './useCell.ts';

const askAgainMs = 250;

/** A window of contacts, and what it is a window of. */
export type Window = BrowsePage & { readonly query: BrowseQuery; readonly from: number };

/**
 * The contacts that fit, from one place to another, kept right while others come and go. Until the answer to a new
 * question is there, the last one is given; null before the first. `query` null asks nothing.
 */
export function useBrowse(query: BrowseQuery | null, from: number, to: number): Window | null {
  const services = useServices();
  const version = useCell(services.contactsVersion);
  const [answer, setAnswer] = useState<Window | null>(null);
  const [again, setAgain] = useState(0);

  useEffect(() => {
    if (query === null) return;
    let late = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    void services.browse(query, from, to - from).then((page) => {
      if (late) return;
      setAnswer({ ...page, query, from });
      // The list is still being built: look how far it has come.
      if (!page.isComplete) timer = setTimeout(() => setAgain((n) => n + 1), askAgainMs);
    });
    return () => {
      late = true;
      if (timer !== null) clearTimeout(timer);
    };
  }, [services, query, from, to, version, again]);

  return answer;
}
