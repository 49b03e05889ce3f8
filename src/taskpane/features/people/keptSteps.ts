import type { ContactFields } from '#domain/contact';
import type { PersonOnItem } from '#domain/personOnItem';
import type { SaveWith } from './SaveOptions.tsx';

export type Step = { readonly person: PersonOnItem; readonly fields: ContactFields; readonly skipped: boolean };

/** How far somebody has come in going over new people, and what they typed. */
export type Steps = { readonly steps: readonly Step[]; readonly at: number; readonly options: SaveWith };

const prefix = 'goOver:';
/** Under which key of the drafts a round of going over is kept. */
export const newStepsKey = (): string => `${prefix}${crypto.randomUUID()}`;
export const isStepsKey = (key: string): boolean => key.startsWith(prefix);

/** By the people who are gone over: it outlives the page, so that one comes back from another one to the same place. */
export type KeptSteps = { read(people: readonly PersonOnItem[]): Steps | null; keep(people: readonly PersonOnItem[], steps: Steps): void };

export function keptSteps(): KeptSteps {
  const kept = new WeakMap<readonly PersonOnItem[], Steps>();
  return {
    read: (people) => kept.get(people) ?? null,
    keep: (people, steps) => { kept.set(people, steps); },
  };
}
