import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import overlay from './overlay.module.css';

/** A small panel beside its button, for what explains or is chosen in place. */
export function Popover({
  trigger,
  title,
  children,
}: {
  trigger: ReactElement;
  title?: string;
  children: ReactNode;
}) {
  return (
    <BasePopover.Root>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner className={overlay.positioner} sideOffset={6}>
          <BasePopover.Popup className={classNames(overlay.popup, overlay.panel)}>
            {title && <BasePopover.Title className={overlay.title}>{title}</BasePopover.Title>}
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
