import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './Tag.module.css';

/** A word something is filed under; several words stay on one line. */
export const Tag = ({
  className,
  children,
}: {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) => <span className={classNames(css.tag, className)}>{children}</span>;
