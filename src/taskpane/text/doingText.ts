import { isMailboxAct } from '#domain/change';
import type { Group } from '../groups.ts';
import type { Texts } from './en.ts';

/** What a group of changes did (or undid), in words: as a heading, as the sentence right after it, or while it is under way. */
export function doingText(texts: Texts, { first, changes, isUndo, state }: Group, as: 'heading' | 'sentence' | 'progress'): string {
  const { undo } = texts;
  const others = changes.length - 1;
  const heading = as === 'progress' ? (isUndo ? undo.undoing : undo.doing) : isUndo ? undo.undoLabel : undo.label;
  if (others === 0) return as === 'sentence' && state === 'done' ? (isUndo ? undo.undone : undo.done)[first.label](first.name) : heading[first.label](first.name);
  const text = isMailboxAct(first.act) ? undo.withContacts(heading[first.label](first.name), others) : heading[first.label](undo.andOthers(first.name, others));
  return as === 'sentence' && state === 'done' ? `${text}.` : text;
}
