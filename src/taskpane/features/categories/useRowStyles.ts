import { makeStyles, tokens } from '@fluentui/react-components';

export const useRowStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '4px' },
  name: {
    display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr) auto', gap: '10px', alignItems: 'center', justifyContent: 'stretch', textAlign: 'start',
    minWidth: 0, maxWidth: 'none', width: '100%', padding: '6px 8px', fontWeight: tokens.fontWeightRegular,
  },
  text: { overflowWrap: 'anywhere', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  panel: {
    gridColumnStart: 1, gridColumnEnd: -1, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', padding: '12px', marginBlockEnd: '8px',
    borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});
