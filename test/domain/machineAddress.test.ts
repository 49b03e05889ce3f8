import { isMachineAddress } from '#domain/machineAddress';

describe('a machine', () => {
  it.each(['no-reply', 'noreply', 'no_reply', 'no.reply', 'noreply2', 'no-reply-de', 'noreply+tag', 'do-not-reply', 'donotreply',
    'do.not.reply', 'mailer-daemon', 'postmaster', 'bounce', 'bounces+17', 'bounces-3421=jane', 'notifications', 'notification',
    'github.notifications', 'alerts', 'auto-confirm', 'autoreply', 'auto-reply', 'ne-pas-repondre', 'nepasrepondre',
    'nicht-antworten', 'noresponder', 'contoso-noreply'])('is %s@', (local) => {
    expect(isMachineAddress(`${local}@contoso.example`)).toBe(true);
  });
});

describe('a person', () => {
  it.each(['alerta', 'bounceman', 'jane.doe', 'noreplyton', 'alertson', 'anore', 'nora.eply', 'postmasterson', 'info', 'jane+news',
    "sean.o'neil", 'noah.reply-smith'])('is %s@', (local) => {
    expect(isMachineAddress(`${local}@contoso.example`)).toBe(false);
  });
  it('is told by the part before the @ alone', () => {
    expect(isMachineAddress('jane@noreply.example')).toBe(false);
  });
  it('is nobody where there is no address', () => {
    expect(isMachineAddress('')).toBe(false);
  });
});
