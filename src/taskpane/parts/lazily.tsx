import { Suspense, use, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { ProblemBar } from './ProblemBar.tsx';
import { useTexts } from '../text/TextContext.ts';

const soon = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });

type Loaded<P> = { readonly ok: true; readonly component: ComponentType<P> } | { readonly ok: false };

/**
 * A component in a piece of its own. Unlike React's `lazy` it does not keep a failed load: without a connection, or
 * after a new version was put on the server, it says so and can be asked for again.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loading: Promise<Loaded<P>> | null = null;
  const get = (): Promise<Loaded<P>> => {
    // In a task of its own: what it is asked for by is drawn first.
    loading ??= soon().then(load).then((component) => ({ ok: true as const, component }), () => ({ ok: false as const }));
    return loading;
  };

  function Piece({ again, ...props }: P & { readonly again: () => void }) {
    const loaded = use(get());
    const texts = useTexts();
    if (loaded.ok) {
      const Component = loaded.component;
      return <Component {...(props as unknown as P)} />;
    }
    return <ProblemBar problem={{ kind: 'offline' }} action={{ label: texts.status.retry, run: () => { loading = null; again(); } }} />;
  }

  function Lazily({ fallback, ...props }: P & { readonly fallback?: ReactNode }) {
    const [tries, setTries] = useState(0);
    return <Suspense fallback={fallback ?? null}><Piece key={tries} {...(props as unknown as P)} again={() => setTries((n) => n + 1)} /></Suspense>;
  }
  /** Fetches the piece while nothing else is to do. */
  Lazily.prefetch = () => void get();
  return Lazily;
}
