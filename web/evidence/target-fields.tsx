import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { NewLink } from '#core/evidence/evidence.ts';
import { isSaidIn } from '#web/criteria/said-in.ts';
import { criteriaQuery, tasksQuery } from '#web/queries.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './panel.module.css';
import { pageFault, type WrittenPlace } from './place-fields.tsx';
import { readPage } from './written-facts.ts';

export type EvidenceTargetNamed = Pick<NewLink, 'target' | 'targetId'> & { title: string };
/** A link as it stands in the form. */
export type WrittenLink = EvidenceTargetNamed & WrittenPlace;

const FOUND_AT_MOST = 8;

/** The links a form comes to; undefined while a page is none of the document's. */
export function readLinks(links: readonly WrittenLink[], pageAmount: number | null): NewLink[] | undefined {
  const read = links.map(({ target, targetId, page, section }) => ({
    target,
    targetId,
    page: readPage(page, pageAmount),
    section: section.trim(),
    note: '',
  }));
  return read.every((link): link is NewLink => link.page !== undefined) ? read : undefined;
}

type TargetFieldsProps = {
  links: readonly WrittenLink[];
  pageAmount: number | null;
  onChange: (links: WrittenLink[]) => void;
};

/** What a document proves, each with its own page and section, and a search for more. */
export function TargetFields({ links, pageAmount, onChange }: TargetFieldsProps) {
  const { add, targets } = useWords().evidence;
  const change = (at: number, part: Partial<WrittenLink>) =>
    onChange(links.map((link, position) => (position === at ? { ...link, ...part } : link)));
  return (
    <fieldset className={styles.targets}>
      <legend>{targets.title}</legend>
      <p className={styles.soft}>{targets.hint}</p>
      {links.length === 0 && <p className={styles.soft}>{targets.none}</p>}
      {links.map(({ targetId, title, page, section }, at) => (
        <div key={targetId} className={styles.target}>
          <span>{title}</span>
          <Field
            label={<span title={targets.pageOf(title)}>{targets.page}</span>}
            error={pageFault(page, pageAmount, add)}
          >
            {(control) => (
              <TextInput
                {...control}
                required={false}
                inputMode="numeric"
                aria-label={targets.pageOf(title)}
                value={page}
                onChange={(event) => change(at, { page: event.target.value })}
              />
            )}
          </Field>
          <Field label={targets.section}>
            {(control) => (
              <TextInput
                {...control}
                required={false}
                maxLength={200}
                placeholder={targets.sectionExample}
                aria-label={targets.sectionOf(title)}
                value={section}
                onChange={(event) => change(at, { section: event.target.value })}
              />
            )}
          </Field>
          <IconButton
            label={targets.remove(title)}
            icon={<X />}
            onClick={() => onChange(links.filter((_each, position) => position !== at))}
          />
        </div>
      ))}
      <TargetSearch
        taken={links.map(({ targetId }) => targetId)}
        onFound={(found) => onChange([...links, { ...found, page: '', section: '' }])}
      />
    </fieldset>
  );
}

function TargetSearch({
  taken,
  onFound,
}: {
  taken: readonly string[];
  onFound: (found: EvidenceTargetNamed) => void;
}) {
  const { targets } = useWords().evidence;
  const [query, setQuery] = useState('');
  const criteria = useQuery(criteriaQuery).data ?? [];
  const tasks = useQuery(tasksQuery).data ?? [];
  const all: EvidenceTargetNamed[] = [
    ...criteria
      .filter(({ isLeaf }) => isLeaf)
      .map(({ id, code, title }) => ({
        target: 'criterion' as const,
        targetId: id,
        title: `${code} ${title}`,
      })),
    ...tasks.map(({ id, text }) => ({ target: 'task' as const, targetId: id, title: text })),
  ];
  const found =
    query.trim() === ''
      ? []
      : all
          .filter(({ targetId, title }) => !taken.includes(targetId) && isSaidIn(query, title))
          .slice(0, FOUND_AT_MOST);
  return (
    <>
      <SearchField label={targets.search} value={query} onChange={setQuery} />
      {query.trim() !== '' && (
        <div className={styles.found}>
          {found.length === 0 && <p className={styles.soft}>{targets.nothing(query)}</p>}
          {found.map((each) => (
            <Button
              key={each.targetId}
              kind="quiet"
              onClick={() => {
                onFound(each);
                setQuery('');
              }}
            >
              {targets[each.target]}: {each.title}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
