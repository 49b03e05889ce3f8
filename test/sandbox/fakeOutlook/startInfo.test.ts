import { frameName, hostInfo, xdmInfo } from '../../../src/sandbox/fakeOutlook/page/startInfo.ts';

const info = {
  conversationId: 'conv_1', addInId: 'add-in', hostOrigin: 'https://localhost:3000', locale: 'de-DE', correlationId: 'corr-1',
  sandbox: { storage: 'denied', nestedAppAuth: false, connection: 'online' },
} as const;

describe('start info of a pane', () => {
  it('has eight fields, with telemetry switched off', () => {
    expect(hostInfo(info)).toBe('Outlook$Web$16.01$de-DE$corr-1$$disableLogging$0');
  });

  it('marks a dialog in the sixth field', () => {
    expect(hostInfo({ ...info, isDialog: true }).split('$')[5]).toBe('isDialog');
  });

  it('names conversation, add-in and the origin to talk to', () => {
    expect(xdmInfo(info)).toBe('conv_1|add-in|https://localhost:3000');
  });

  it('is JSON in the name of the frame, with what our own scripts need beside it', () => {
    expect(JSON.parse(frameName(info))).toEqual({
      baseFrameName: '_xdm_conv_1', hostInfo: hostInfo(info), xdmInfo: xdmInfo(info), serializerVersion: '1', sandbox: info.sandbox,
    });
  });
});
