import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { classNames } from './class-names.ts';
import overlay from './overlay.module.css';

/** A button that opens a list of actions: `<Menu trigger={<Button>…</Button>}><MenuItem …/></Menu>`. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  const { ui } = useWords();
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal role="region" aria-label={ui.choices}>
        <BaseMenu.Positioner className={overlay.positioner} sideOffset={4} align="end">
          <BaseMenu.Popup className={classNames(overlay.popup, overlay.menu)}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export type MenuItemProps = {
  onSelect: () => void;
  icon?: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  children: ReactNode;
};

export function MenuItem({ onSelect, icon, hint, disabled, children }: MenuItemProps) {
  return (
    <BaseMenu.Item className={overlay.item} onClick={onSelect} disabled={disabled}>
      {icon}
      {children}
      {hint && <span className={overlay.hint}>{hint}</span>}
    </BaseMenu.Item>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className={overlay.separator} />;
}

/** One choice out of a few inside a menu, under its own heading. */
export function MenuChoice<Value extends string>(props: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
}) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className={overlay.group}>{props.label}</BaseMenu.GroupLabel>
      <BaseMenu.RadioGroup value={props.value} onValueChange={props.onChange}>
        {props.options.map((option) => (
          <BaseMenu.RadioItem
            key={option.value}
            value={option.value}
            className={overlay.item}
            closeOnClick={false}
          >
            {option.label}
            <BaseMenu.RadioItemIndicator className={overlay.indicator}>
              <Check aria-hidden />
            </BaseMenu.RadioItemIndicator>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </BaseMenu.Group>
  );
}
