import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import { readPage } from './written-facts.ts';

/** Where in a document the proof stands, the page as typed. */
export type WrittenPlace = { page: string; section: string };

type PlaceFieldsProps = {
  place: WrittenPlace;
  pageAmount: number | null;
  onChange: (place: WrittenPlace) => void;
};

/** Page and section of one document; says so while the page is none of the document's. */
export function PlaceFields({ place, pageAmount, onChange }: PlaceFieldsProps) {
  const { add, targets } = useWords().evidence;
  return (
    <>
      <Field label={targets.page} isOptional error={pageFault(place.page, pageAmount, add)}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            value={place.page}
            onChange={(event) => onChange({ ...place, page: event.target.value })}
          />
        )}
      </Field>
      <Field label={targets.section} isOptional>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            placeholder={targets.sectionExample}
            value={place.section}
            onChange={(event) => onChange({ ...place, section: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** What is wrong with a page as typed; undefined when nothing is. */
export function pageFault(
  typed: string,
  pageAmount: number | null,
  add: { pageBeyond: (pages: number) => string; pagesWrong: string },
): string | undefined {
  if (readPage(typed, pageAmount) !== undefined) return undefined;
  return pageAmount === null ? add.pagesWrong : add.pageBeyond(pageAmount);
}
