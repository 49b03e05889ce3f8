import { lazily } from './parts/lazily.tsx';

/** Comes after the card: the values have to be asked for anyway. */
export const CustomSection = lazily(() => import('./features/customFields/CustomSection.tsx').then((it) => it.CustomSection));
