import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { useWords } from '#web/words/language.ts';
import { classNames } from './class-names.ts';
import overlay from './overlay.module.css';
import styles from './select.module.css';

export type SelectOption<Value extends string> = { value: Value; label: string; hint?: string | undefined };

export type SelectProps<Value extends string> = {
  value: Value;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  /** The name when no `Field` gives one. */
  label?: string | undefined;
  id?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
};

/** One choice out of a list. An empty choice is an option of its own, with value "". */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, options, label, required, disabled, className, ...control } = props;
  const { ui } = useWords();
  return (
    <BaseSelect.Root<Value>
      value={value}
      onValueChange={(chosen) => chosen !== null && onChange(chosen)}
      items={options}
      required={required}
      disabled={disabled}
    >
      <BaseSelect.Trigger {...control} aria-label={label} className={classNames(styles.trigger, className)}>
        <BaseSelect.Value className={styles.value} />
        <ChevronDown aria-hidden />
      </BaseSelect.Trigger>
      <BaseSelect.Portal role="region" aria-label={ui.choices}>
        <BaseSelect.Positioner className={overlay.positioner} sideOffset={4} alignItemWithTrigger={false}>
          <BaseSelect.Popup className={classNames(overlay.popup, styles.popup)}>
            {options.map((option) => (
              <BaseSelect.Item key={option.value} value={option.value} className={overlay.item}>
                <BaseSelect.ItemText className={styles.text}>{option.label}</BaseSelect.ItemText>
                {option.hint && <span className={overlay.hint}>{option.hint}</span>}
                <BaseSelect.ItemIndicator className={overlay.indicator}>
                  <Check aria-hidden />
                </BaseSelect.ItemIndicator>
              </BaseSelect.Item>
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
