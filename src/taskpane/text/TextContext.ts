import { createContext, use } from 'react';
import { en } from './en.ts';
import type { Texts } from './en.ts';

export const TextContext = createContext<Texts>(en);

/** The sentences of the pane in the person's language. */
export const useTexts = (): Texts => use(TextContext);
