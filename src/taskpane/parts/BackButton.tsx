import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular, ArrowRightRegular } from '@fluentui/react-icons';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { useCell } from '../useCell.ts';

/** Back to everybody on the item; points the way the language reads. */
export function BackButton({ onClick, label }: { readonly onClick: () => void; readonly label?: string }) {
  const { direction } = useCell(useServices().look);
  const texts = useTexts();
  return (
    <Button appearance="subtle" icon={direction === 'rtl' ? <ArrowRightRegular /> : <ArrowLeftRegular />} onClick={onClick}>
      {label ?? texts.people.back}
    </Button>
  );
}
