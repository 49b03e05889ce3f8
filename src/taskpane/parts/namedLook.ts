/** How a button looks that shows its icon alone: its name is said, and stands in a tooltip. Nothing for one that bears its name. */
export const namedLook = (name: string, bare: boolean): { readonly 'appearance'?: 'subtle'; readonly 'aria-label'?: string; readonly 'title'?: string } =>
  (bare ? { 'appearance': 'subtle', 'aria-label': name, 'title': name } : {});
