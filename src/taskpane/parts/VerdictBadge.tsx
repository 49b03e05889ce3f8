import { Badge, Spinner } from '@fluentui/react-components';
import type { PersonRow } from '#app/lookUpPeople';
import { markOf } from './markOf.ts';
import { useTexts } from '../text/TextContext.ts';
import type { Texts } from '../text/en.ts';

/** What stands beside a person's name: the verdict, or why there is none. */
function verdictText(texts: Texts, row: PersonRow): string {
  switch (row.standing) {
    case 'self': return texts.people.self;
    case 'machine': return texts.people.machine;
    case 'noAddress': return texts.people.noAddress;
    case 'person': return texts.verdict[row.verdict.kind];
  }
}

const colours = {
  known: 'success', several: 'warning', likely: 'informative', stranger: 'brand', looking: 'subtle', unsure: 'warning',
} as const;

export function VerdictBadge({ row }: { readonly row: PersonRow }) {
  const texts = useTexts();
  const text = verdictText(texts, row);
  const mark = markOf(row);
  if (mark === 'list' || mark === 'room') return <Badge appearance="ghost" color="informative">{texts.rollCall.trait[mark]}</Badge>;
  if (row.standing !== 'person') return <Badge appearance="ghost" color="informative">{text}</Badge>;
  if (row.verdict.kind === 'looking') return <Spinner size="extra-tiny" aria-label={text} />;
  return <Badge appearance="tint" color={colours[row.verdict.kind]}>{text}</Badge>;
}
