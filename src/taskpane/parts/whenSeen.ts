const waiting = new WeakMap<Element, () => void>();
let watcher: IntersectionObserver | null = null;

/** Calls once, as soon as the element is in sight. Gives back how to stop waiting. */
export function whenSeen(element: Element, run: () => void): () => void {
  watcher ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher?.unobserve(target);
      waiting.get(target)?.();
    }
  });
  waiting.set(element, run);
  watcher.observe(element);
  return () => {
    waiting.delete(element);
    watcher?.unobserve(element);
  };
}
