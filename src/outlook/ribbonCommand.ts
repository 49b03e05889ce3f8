import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { guarded } from './guarded.ts';
import { currentItem } from './itemPeople.ts';
import { officeCall } from './officeCall.ts';

/** Outlook shows no more of a notification. (Office.NotificationMessageDetails, message) */
const mostCharacters = 150;
/** One message of ours on an item: a later one takes the place of the earlier. */
const key = 'contactPane';

type Notifications = {
  readonly replaceAsync?: (key: string, details: object, done: (answer: Office.AsyncResult<void>) => void) => void;
};
type CommandEvent = { readonly completed: () => void };

/**
 * Answers a button of the ribbon. `run` gives the sentence that is shown on the item the button was pressed for. Outlook
 * is told that the command has ended whatever happens, after `clockMs` at the latest, and then `tooLong` is shown.
 * (Outlook add-ins, "Create add-in commands": function commands; Office.AddinCommands.Event, completed)
 */
export function answerRibbonButton(name: string, run: () => Promise<string>, options: { readonly clockMs: number; readonly tooLong: string }): void {
  const associate = () => guarded(() => Office.actions.associate(name, (event: CommandEvent) => void handle(event, run, options)));
  // Some hosts have the table of actions from the start, some only when they are ready; the same entry twice is one.
  associate();
  guarded(() => void Office.onReady(associate));
}

async function handle(event: CommandEvent, run: () => Promise<string>, { clockMs, tooLong }: { readonly clockMs: number; readonly tooLong: string }): Promise<void> {
  const item = currentItem();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const clock = new Promise<string>((settle) => { timer = setTimeout(() => settle(tooLong), clockMs); });
    const sentence = await Promise.race([run(), clock]);
    if (item !== null) await showOnItem(item, sentence);
  } finally {
    clearTimeout(timer);
    guarded(() => event.completed());
  }
}

/** A line on top of the item. Needs ReadItem. `refused` with code `notAvailable` where the host has none. */
export async function showOnItem(item: object, sentence: string): Promise<Result<null>> {
  const notifications = guarded(() => (item as { notificationMessages?: Notifications }).notificationMessages);
  if (typeof notifications?.replaceAsync !== 'function') return failed({ kind: 'refused', code: 'notAvailable', message: '' });
  const message = sentence.length <= mostCharacters ? sentence : `${sentence.slice(0, mostCharacters - 1)}…`;
  // The icon is one of the manifest's resources.
  const details = { type: 'informationalMessage', message, icon: 'Icon.16', persistent: false };
  const shown = await officeCall<void>((done) => notifications.replaceAsync?.(key, details, done));
  return shown.ok ? ok(null) : shown;
}
