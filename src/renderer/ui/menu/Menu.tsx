import {
  FloatingFocusManager,
  FloatingPortal,
  useClick,
  useDismiss,
  useInteractions,
  useListNavigation,
  useRole,
  type Placement,
} from '@floating-ui/react';
import type { LucideIcon } from 'lucide-react';
import { Check } from 'lucide-react';
import { cloneElement, useRef, useState, type ReactElement } from 'react';
import { Kbd } from '../Kbd.tsx';
import css from './Menu.module.css';
import { useAnchored } from './use-anchored.ts';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly keys?: string | undefined;
  /** Set: one of several choices, and whether it is the current one. */
  readonly checked?: boolean;
  /** A line above this item. */
  readonly separated?: boolean;
  readonly run: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly placement?: Placement;
  /** The button that opens the menu. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A menu that opens under its button; arrows move, Enter chooses, Escape closes. */
export function Menu({ label, items, placement = 'bottom-start', children }: MenuProps) {
  const { open, close, setReference, setFloating, floatingStyles, context } = useAnchored(
    placement,
    4,
  );
  const [active, setActive] = useState<number | null>(null);
  const elements = useRef<(HTMLElement | null)[]>([]);
  const { getReferenceProps, getFloatingProps, getItemProps } = useInteractions([
    useClick(context),
    useRole(context, { role: 'menu' }),
    useDismiss(context),
    useListNavigation(context, {
      listRef: elements,
      activeIndex: active,
      onNavigate: setActive,
      loop: true,
    }),
  ]);
  const choose = (item: MenuItem) => {
    close();
    item.run();
  };
  return (
    <>
      {cloneElement(children, getReferenceProps({ ref: setReference, ...children.props }))}
      {open && (
        <FloatingPortal>
          <FloatingFocusManager context={context} modal={false}>
            <div
              ref={setFloating}
              className={css.menu}
              style={floatingStyles}
              {...getFloatingProps({ 'aria-label': label })}
            >
              {items.map((item, index) => (
                <button
                  key={item.id}
                  type="button"
                  className={css.item}
                  data-separated={item.separated || undefined}
                  role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                  aria-checked={item.checked}
                  tabIndex={active === index ? 0 : -1}
                  ref={(element) => {
                    elements.current[index] = element;
                  }}
                  {...getItemProps({ onClick: () => choose(item) })}
                >
                  <span className={css.icon}>
                    {item.checked === true && <Check size={14} strokeWidth={2} aria-hidden />}
                    {item.icon !== undefined && (
                      <item.icon size={16} strokeWidth={1.75} aria-hidden />
                    )}
                  </span>
                  {item.label}
                  {item.keys !== undefined && (
                    <span className={css.keys}>
                      <Kbd>{item.keys}</Kbd>
                    </span>
                  )}
                </button>
              ))}
            </div>
          </FloatingFocusManager>
        </FloatingPortal>
      )}
    </>
  );
}
