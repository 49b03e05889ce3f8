import { makeStyles, tokens } from '@fluentui/react-components';

export const useEditStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '8px' },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  half: { minWidth: 0 },
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '4px 2px', alignItems: 'start' },
  two: { gridTemplateColumns: 'minmax(0, 1fr) auto auto' },
  /** Beside the input, under the height of its label. */
  beside: { marginTop: '24px' },
  input: { width: '100%', minWidth: 0 },
  add: { justifySelf: 'start', paddingInlineStart: 0, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});
