import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { ContactId } from '#domain/contact';
import { initialsOf } from './initialsOf.ts';
import { usePicture } from './usePicture.ts';

const colour = (background: string, color: string) => ({ backgroundColor: background, color });

const useStyles = makeStyles({
  face: {
    display: 'inline-flex', alignItems: 'center', justifyContent: 'center', flexShrink: 0, overflow: 'hidden', borderRadius: '50%',
    fontFamily: tokens.fontFamilyBase, fontWeight: tokens.fontWeightSemibold, lineHeight: 1, userSelect: 'none',
    // Colours that the person's system chose leave no difference to the page: then a line tells where the face ends.
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  28: { width: '28px', height: '28px', fontSize: tokens.fontSizeBase200 },
  32: { width: '32px', height: '32px', fontSize: tokens.fontSizeBase300 },
  48: { width: '48px', height: '48px', fontSize: tokens.fontSizeBase400 },
  56: { width: '56px', height: '56px', fontSize: tokens.fontSizeBase400 },
  96: { width: '96px', height: '96px', fontSize: tokens.fontSizeBase600 },
  picture: { width: '100%', height: '100%', objectFit: 'cover' },
});

const useColours = makeStyles({
  0: colour(tokens.colorPaletteCranberryBackground2, tokens.colorPaletteCranberryForeground2),
  1: colour(tokens.colorPalettePumpkinBackground2, tokens.colorPalettePumpkinForeground2),
  2: colour(tokens.colorPaletteMarigoldBackground2, tokens.colorPaletteMarigoldForeground2),
  3: colour(tokens.colorPaletteForestBackground2, tokens.colorPaletteForestForeground2),
  4: colour(tokens.colorPaletteSeafoamBackground2, tokens.colorPaletteSeafoamForeground2),
  5: colour(tokens.colorPaletteTealBackground2, tokens.colorPaletteTealForeground2),
  6: colour(tokens.colorPaletteSteelBackground2, tokens.colorPaletteSteelForeground2),
  7: colour(tokens.colorPaletteCornflowerBackground2, tokens.colorPaletteCornflowerForeground2),
  8: colour(tokens.colorPaletteLavenderBackground2, tokens.colorPaletteLavenderForeground2),
  9: colour(tokens.colorPaletteGrapeBackground2, tokens.colorPaletteGrapeForeground2),
  10: colour(tokens.colorPalettePinkBackground2, tokens.colorPalettePinkForeground2),
  11: colour(tokens.colorPaletteMinkBackground2, tokens.colorPaletteMinkForeground2),
});
const colours = 12;

/** The same name has the same colour everywhere. */
function colourOf(name: string): keyof ReturnType<typeof useColours> {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return (sum % colours) as keyof ReturnType<typeof useColours>;
}

type Props = {
  readonly name: string;
  readonly size: 28 | 32 | 48 | 56 | 96;
  /** Whose picture; without it there are initials, or what the directory has. */
  readonly contactId?: ContactId | null;
  /** Somebody looks at this one alone: what changed elsewhere is asked for, and the directory, if `address` is given. */
  readonly closely?: boolean;
  readonly address?: string | null;
};

/**
 * A person's picture; their initials where there is none. Says nothing to a screen reader: the name stands beside it. Not
 * Fluent's Avatar: with the badges it brings along that is twelve kilobytes of the first look.
 */
export function Face({ name, size, contactId = null, closely = false, address = null }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const url = usePicture(contactId, address, closely, place);
  const styles = useStyles();
  const ofName = useColours();
  return (
    <span ref={place} className={mergeClasses(styles.face, styles[size], ofName[colourOf(name)])} aria-hidden="true">
      {url === null ? initialsOf(name) || <PersonRegular /> : <img className={styles.picture} src={url} alt="" />}
    </span>
  );
}
