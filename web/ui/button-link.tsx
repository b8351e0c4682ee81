import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import { type ButtonLook, buttonClass } from './button.tsx';

function Anchor({ kind, size, icon, className, children, ...rest }: ComponentPropsWithRef<'a'> & ButtonLook) {
  return (
    <a {...rest} className={buttonClass({ kind, size }, className)}>
      {icon}
      {children}
    </a>
  );
}

/** A typed link to a page that looks like a button: `<ButtonLink to={paths.plan} kind="primary">`. */
export const ButtonLink = createLink(Anchor);
