/** A flow starts a browser page, Outlook in it and the pane in that; on a busy machine this takes its time. */
jest.setTimeout(60_000);
/** Two browsers on two cores now and then take longer than any wait in a flow: once more, and the first trouble is told. */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
