/** A flow starts a browser page, Outlook in it and the pane in that; on a busy machine this takes its time. */
jest.setTimeout(60_000);
