/**
 * A button of the ribbon that runs a function instead of opening the pane: the add-in's function file is loaded into a
 * frame nobody sees, told which button it was, and taken away when it says that it is done, or after five minutes.
 * (Office add-ins manifest reference, Action: ExecuteFunction)
 */
import { openPaneFrame, type PaneSurroundings } from './paneFrame.ts';

const longest = 5 * 60_000;

/** `ended` is told whether the function said so itself. */
export function runRibbonCommand(action: string, controlId: string, around: PaneSurroundings, ended: (byItself: boolean) => void): void {
  let told = false;
  const end = (byItself: boolean) => {
    clearTimeout(clock);
    // The answer to "I am done" is still on its way into the frame.
    setTimeout(() => { frame.close(); }, 100);
    around.log.add('host', `the command ${action} ${byItself ? 'has ended' : 'was stopped after five minutes'}`);
    ended(byItself);
  };
  const clock = setTimeout(() => { end(false); }, longest);
  const frame = openPaneFrame('Command of the ribbon', around, {
    page: 'commands.html',
    registered: (event) => {
      if (event !== 'appCommandInvoked' || told) return;
      told = true;
      frame.fire('appCommandInvoked', [`command-${crypto.randomUUID().slice(0, 8)}`, action, JSON.stringify({ source: { id: controlId } })]);
    },
    commandCompleted: () => { end(true); },
  });
  frame.element.hidden = true;
  document.body.append(frame.element);
}
