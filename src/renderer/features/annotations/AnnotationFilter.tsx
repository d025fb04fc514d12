import { ListFilter } from 'lucide-react';
import { useMemo } from 'react';
import { colours, type Annotation } from '../../../shared/model/annotation.ts';
import { useMessages } from '../../messages/messages.ts';
import { useColourNames } from '../../state/colour-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../../ui/menu/Menu.tsx';
import { everything, type Filter } from './filter.ts';

export interface AnnotationFilterProps {
  readonly annotations: readonly Annotation[];
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** Which passages the list shows: by colour, by tag, used in a briefing or not. */
export function AnnotationFilter({ annotations, filter, onChange }: AnnotationFilterProps) {
  const m = useMessages();
  const nameOf = useColourNames();
  const items = useMemo((): MenuItem[] => {
    const used = new Set(annotations.map(({ colour }) => colour));
    const tags = [...new Set(annotations.flatMap(({ tags }) => tags))].sort();
    return [
      {
        id: 'all',
        label: m('annotations.filterAll'),
        checked: Object.values(filter).every((value) => value === null),
        run: () => onChange(everything),
      },
      ...colours
        .filter((colour) => used.has(colour))
        .map((colour, i): MenuItem => ({
          id: colour,
          label: nameOf(colour),
          checked: filter.colour === colour,
          separated: i === 0,
          run: () => onChange({ ...filter, colour: filter.colour === colour ? null : colour }),
        })),
      ...tags.map((tag, i): MenuItem => ({
        id: `tag ${tag}`,
        label: tag,
        checked: filter.tag === tag,
        separated: i === 0,
        run: () => onChange({ ...filter, tag: filter.tag === tag ? null : tag }),
      })),
      ...[false, true].map((cited): MenuItem => ({
        id: `cited ${cited}`,
        label: m(cited ? 'annotations.filterUsed' : 'annotations.filterUnused'),
        checked: filter.cited === cited,
        separated: !cited,
        run: () => onChange({ ...filter, cited: filter.cited === cited ? null : cited }),
      })),
    ];
  }, [annotations, filter, onChange, m, nameOf]);
  return (
    <Menu label={m('annotations.filter')} items={items} placement="bottom-end">
      <IconButton icon={ListFilter} label={m('annotations.filter')} />
    </Menu>
  );
}
