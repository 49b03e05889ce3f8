import { changeNews } from './changeNews.ts';
import type { ContactStore } from './contactStore.ts';
import { memoryBacking } from './memoryBacking.ts';
import { storeOver } from './storeOver.ts';

/** A store that nothing remains of after a reload. */
export const memoryStore = (now: () => number = Date.now, language?: string): ContactStore =>
  storeOver(memoryBacking(), changeNews(null), now, language);
