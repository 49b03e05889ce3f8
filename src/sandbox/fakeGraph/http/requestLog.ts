/** A part of a batch, as the log shows it. */
export type LoggedPart = { readonly id: string; readonly method: string; readonly path: string; readonly status: number };

/** One request since the last reset. */
export type LoggedRequest = {
  readonly method: string;
  /** Path and query as they came. */
  readonly path: string;
  /** 0 when the connection was cut before an answer. */
  readonly status: number;
  /** Bytes of the answer's body. */
  readonly bytes: number;
  /** Bytes of the request's body. */
  readonly sent: number;
  readonly ms: number;
  /** When it came, ISO 8601. */
  readonly at: string;
  readonly user?: string;
  readonly fault?: string;
  readonly parts?: readonly LoggedPart[];
  readonly preflight?: true;
};
