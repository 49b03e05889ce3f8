import type { PersonOnItem } from '#domain/personOnItem';
import { ok } from '#domain/result';
import type { Result } from '#domain/result';
import { readOpenItem } from '#outlook/itemPeople';
import { answerRibbonButton } from '#outlook/ribbonCommand';
import { oneAtATime } from '#store/oneAtATime';
import type { AddSenderOutcome } from './addSender.ts';
import { until } from './cell.ts';
import type { Cell } from './cell.ts';
import { after } from './pace.ts';
import type { Settings } from './settings.ts';
import { startPane } from './startPane.ts';
import type { Boot } from './startPane.ts';

/** Buttons of the ribbon that work without the pane: what each is called in the manifest, and what it says in the end. */
export type RibbonCommands = {
  /** Saves the sender, and turns what came of it into a sentence. */
  readonly addSender: { readonly name: string; readonly sentence: (outcome: AddSenderOutcome) => string };
  readonly tooLong: string;
};

/** Outlook stops a command after five minutes; a person has given up long before. */
const commandMs = 45_000;

/** Answers the ribbon. The same things as for the pane are built, so that what is done is in the same journal. */
export function startCommands(settings: Settings, page: { readonly url: string }, { addSender: button, tooLong }: RibbonCommands): void {
  const boot = startPane(settings, page);
  const addTheSender = async (): Promise<AddSenderOutcome> => {
    const up = await settled(boot);
    if (up.phase === 'failed') return { kind: 'problem', problem: up.problem };
    if (up.phase !== 'ready') return { kind: 'nobody' };
    const { services } = up;
    services.readItemAgain();
    const { addSender } = await import('./addSender.ts');
    // Pressed twice, the second waits and then finds what the first has done.
    const outcome = await oneAtATime('contact-pane add sender', async () => ok(await addSender({ ...services, storage: services.storage, readSender, after })));
    return outcome.ok ? outcome.value : { kind: 'problem', problem: outcome.problem };
  };
  answerRibbonButton(button.name, async () => button.sentence(await addTheSender()), { clockMs: commandMs, tooLong });
}

async function readSender(): Promise<Result<PersonOnItem | null>> {
  const open = await readOpenItem(0);
  return open.ok ? ok(open.value?.people.find(({ roles }) => roles.includes('from')) ?? null) : open;
}

/** The first phase that is not `starting`; every wait on the way there has a clock. */
const settled = (boot: Cell<Boot>): Promise<Boot> => until(boot, ({ phase }) => phase !== 'starting');
