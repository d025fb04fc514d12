import { useMethod } from '../../api/use-method.ts';
import { Tag } from '../../ui/Tag.tsx';
import css from './TagChip.module.css';

/** A tag with the colour it was given; several words stay on one line. */
export function TagChip({ name }: { readonly name: string }) {
  const { data } = useMethod('tags.list', {});
  const colour = data?.items.find((tag) => tag.name === name)?.colour ?? null;
  return (
    <Tag>
      {colour !== null && <span className={css.dot} data-colour={colour} aria-hidden />}
      {name}
    </Tag>
  );
}
