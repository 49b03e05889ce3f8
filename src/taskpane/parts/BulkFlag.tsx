import type { BulkControlProps } from '../bulkActions.tsx';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { useCell } from '../useCell.ts';
import { FlagButton } from './FlagButton.tsx';

/** A follow-up flag for several contacts; nothing where this mailbox has none. */
export function BulkFlag({ disabled, bare = false, contacts, onDone }: BulkControlProps) {
  const services = useServices();
  const texts = useTexts();
  if (useCell(services.extras.notOffered).has('flag')) return null;
  return (
    <FlagButton size="small" bare={bare} disabled={disabled} label={texts.followUp.flag} flag={null}
      onFlag={(flag) => void contacts().then((chosen) => services.setFlag(chosen, flag)).then(onDone)} />
  );
}
