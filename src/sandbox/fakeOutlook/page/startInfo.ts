/**
 * What a pane's frame carries in its `name` before it loads. office.js reads host and conversation from it; the
 * last field is ours and is read by the scripts of `inPane/`. The name survives reloads and, unlike the same facts
 * in the address, lets dialogs find them (they read `window.name` as JSON).
 */
export type StartInfo = {
  readonly conversationId: string;
  readonly addInId: string;
  readonly hostOrigin: string;
  readonly locale: string;
  readonly correlationId: string;
  readonly isDialog?: boolean;
  readonly sandbox: InPaneSettings;
};

export type InPaneSettings = {
  readonly storage: 'allowed' | 'denied';
  readonly nestedAppAuth: boolean;
  readonly connection: 'online' | 'offline';
};

/** Host type, platform, file version, locale, correlation id, dialog mark, no telemetry, flags. */
export function hostInfo(info: Pick<StartInfo, 'locale' | 'correlationId' | 'isDialog'>): string {
  return ['Outlook', 'Web', '16.01', info.locale, info.correlationId, info.isDialog === true ? 'isDialog' : '', 'disableLogging', '0']
    .join('$');
}

/** Conversation id, add-in id, the origin every message of the pane is meant for. */
export function xdmInfo(info: Pick<StartInfo, 'conversationId' | 'addInId' | 'hostOrigin'>): string {
  return [info.conversationId, info.addInId, info.hostOrigin].join('|');
}

export function frameName(info: StartInfo): string {
  return JSON.stringify({
    baseFrameName: `_xdm_${info.conversationId}`,
    hostInfo: hostInfo(info),
    xdmInfo: xdmInfo(info),
    serializerVersion: '1',
    sandbox: info.sandbox,
  });
}
