/** What pane and host said to each other, newest last; the panel shows it. Tokens are not kept. */
export type LogEntry = {
  readonly at: number;
  readonly direction: 'pane' | 'host';
  readonly what: string;
  readonly detail: string;
};

const most = 400;

export function messageLog() {
  const entries: LogEntry[] = [];
  const listeners = new Set<() => void>();
  return {
    entries: (): readonly LogEntry[] => entries,
    add(direction: LogEntry['direction'], what: string, data?: unknown): void {
      entries.push({ at: performance.now(), direction, what, detail: data === undefined ? '' : withoutTokens(data) });
      if (entries.length > most) entries.splice(0, entries.length - most);
      for (const hear of listeners) hear();
    },
    clear(): void {
      entries.length = 0;
      for (const hear of listeners) hear();
    },
    onChange(hear: () => void): void { listeners.add(hear); },
  };
}

export type MessageLog = ReturnType<typeof messageLog>;

export function withoutTokens(data: unknown): string {
  const text = JSON.stringify(data, (key, value: unknown) => (/token$/i.test(key) && typeof value === 'string' ? '…' : value), 1) ?? '';
  return text.length > 4000 ? `${text.slice(0, 4000)} …` : text;
}
