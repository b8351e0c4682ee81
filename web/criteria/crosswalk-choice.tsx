import { type KeyboardEvent, useId, useState } from 'react';
import type { Crosswalk } from '#core/criteria/crosswalk.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './crosswalk.module.css';
import { isSaidIn } from './said-in.ts';

/** The leaf whose partner is chosen: a former one chooses among the next, a new one among the former. */
export type Choosing = { side: 'from' | 'to'; code: string };

type Option = { code: string | null; title: string; partner: string | null };

/** Chooses a leaf of the other side by a few letters; those not matched yet come first. */
export function CrosswalkChoice({
  crosswalk,
  choosing: { side, code },
  onChoose,
  onClose,
}: {
  crosswalk: Crosswalk;
  choosing: Choosing;
  onChoose: (from: string, to: string | null) => void;
  onClose: () => void;
}) {
  const { choice } = useWords().crosswalk;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const options = optionsOf(crosswalk, { side, code }, choice.noOne);
  const found = options.filter((option) => isSaidIn(typed, option.code ?? '', option.title));
  const own = (side === 'from' ? crosswalk.from : crosswalk.to).leaves.find((leaf) => leaf.code === code);
  const hintOf = ({ code: other, partner }: Option) =>
    partner === code
      ? choice.current
      : other === null
        ? ''
        : partner === null
          ? choice.free
          : choice.taken(partner);
  const choose = (option: Option | undefined) => {
    if (!option) return;
    onClose();
    if (option.partner === code) return;
    if (side === 'from') onChoose(code, option.code);
    else if (option.code !== null) onChoose(option.code, code);
  };
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      const next = (active + step + found.length) % found.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[active]);
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={side === 'from' ? choice.to(code) : choice.from(code)}
      description={own?.title}
    >
      <TextInput
        role="combobox"
        aria-label={choice.search}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        placeholder={choice.hint}
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={steer}
      />
      <div id={`${id}-list`} role="listbox" aria-label={choice.search} className={styles.options}>
        {found.map((option, place) => (
          <div
            key={option.code ?? ''}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            className={styles.option}
            onPointerMove={() => setActive(place)}
            onClick={() => choose(option)}
            onKeyDown={steer}
          >
            <span className={styles.code}>{option.code ?? '–'}</span>
            <span>{option.title}</span>
            <span className={styles.optionHint}>{hintOf(option)}</span>
          </div>
        ))}
      </div>
      <p role="status" className={styles.says}>
        {found.length === 0
          ? choice.nothing
          : choice.found(found.filter((each) => each.code !== null).length)}
      </p>
    </Dialog>
  );
}

/** The leaves of the other side, free ones first; a former leaf may also go on as none. */
function optionsOf(crosswalk: Crosswalk, { side, code }: Choosing, noOne: string): Option[] {
  const other = side === 'from' ? 'to' : 'from';
  const partnerOf = new Map(crosswalk.entries.map((entry) => [entry[other], entry[side]]));
  const isAlone = crosswalk.entries.some((entry) => entry[side] === code && entry[other] === null);
  const leaves = crosswalk[other].leaves.map((leaf) => ({
    code: leaf.code,
    title: leaf.title,
    partner: partnerOf.get(leaf.code) ?? null,
  }));
  const place = ({ partner }: Option) => (partner === code ? 0 : partner === null ? 1 : 2);
  const none: Option[] =
    side === 'from' ? [{ code: null, title: noOne, partner: isAlone ? code : null }] : [];
  return [...none, ...leaves.toSorted((one, two) => place(one) - place(two))];
}
