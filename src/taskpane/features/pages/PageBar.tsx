import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { lazily } from '../../parts/lazily.tsx';
import type { Page, PageId } from '../../pages.tsx';
import { useTexts } from '../../text/TextContext.ts';

// A menu that opens over the page weighs a good deal, and most people never need it.
const MoreMenu = lazily(() => import('./MoreMenu.tsx').then((it) => it.MoreMenu));

const useStyles = makeStyles({
  bar: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '4px', padding: '2px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  near: { display: 'flex', gap: '2px', minWidth: 0 },
  page: { minWidth: 0, fontWeight: tokens.fontWeightRegular, borderEndStartRadius: 0, borderEndEndRadius: 0 },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // More than colour tells which page this is: the line and the weight stay in forced colours.
  here: { fontWeight: tokens.fontWeightSemibold, boxShadow: `inset 0 -2px ${tokens.colorCompoundBrandStroke}`, '@media (forced-colors: active)': { textDecorationLine: 'underline' } },
});

type Props = { readonly pages: readonly Page[]; readonly here: PageId; readonly onGo: (page: PageId) => void };

/** Where one can go from anywhere in the pane. */
export function PageBar({ pages, here, onGo }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const [asked, setAsked] = useState(false);
  const menu = pages.filter((page) => page.place === 'menu');

  useEffect(() => {
    const timer = setTimeout(MoreMenu.prefetch, 3_000);
    return () => clearTimeout(timer);
  }, []);

  const more = { 'aria-label': texts.pages.more, 'title': texts.pages.more, 'appearance': 'subtle', 'size': 'small', 'icon': <MoreHorizontalRegular /> } as const;
  const closed = <Button {...more} aria-haspopup="menu" aria-expanded={asked} onClick={() => setAsked(true)} />;
  return (
    <nav className={styles.bar} aria-label={texts.pages.title}>
      <span className={styles.near}>
        {pages.filter((page) => page.place === 'bar').map(({ id, label, icon }) => (
          <Button key={id} appearance="subtle" size="small" icon={icon} className={mergeClasses(styles.page, here === id && styles.here)}
            {...(here === id ? { 'aria-current': 'page' as const } : {})} onClick={() => onGo(id)}>
            <span className={styles.label}>{label(texts)}</span>
          </Button>
        ))}
      </span>
      {asked ? <MoreMenu button={more} pages={menu} here={here} onGo={onGo} fallback={closed} /> : closed}
    </nav>
  );
}
