import { Plus } from 'lucide-react';
import { useState } from 'react';
import { annotationStatuses, motivations } from '../../../shared/model/annotation.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PaneHeader } from '../../ui/layout/PaneHeader.tsx';
import { classNames } from '../../ui/class-names.ts';
import pane from '../../ui/layout/side-pane.module.css';
import { ActorFilter, ArticleFilter } from './SourceFilters.tsx';
import { narrow, useAnnotationView, widen } from './annotation-view.ts';
import { ColourFilter } from './ColourFilter.tsx';
import css from './NarrowDown.module.css';
import { TagDialog } from './TagDialog.tsx';
import { TagTree } from './TagTree.tsx';

/** What the list is narrowed to, and where tags and colours are put in order. */
export function NarrowDown() {
  const m = useMessages();
  const [making, setMaking] = useState(false);
  const { filter } = useAnnotationView();
  return (
    <aside className={classNames(pane.pane, css.aside)} aria-label={m('annotations.narrow')}>
      <PaneHeader title={m('annotations.narrow')}>
        <Button look="link" onClick={widen}>
          {m('annotations.filterAll')}
        </Button>
      </PaneHeader>
      <div className={pane.groups}>
        <section className={pane.group} aria-labelledby="narrow-tags">
          <h3 id="narrow-tags" className={classNames(pane.legend, css.legend)}>
            {m('annotations.tags')}
            <IconButton
              icon={Plus}
              label={m('annotations.newTag')}
              onClick={() => setMaking(true)}
            />
          </h3>
          <TagTree />
        </section>
        <ColourFilter />
        <Choices
          name="cited"
          legend={m('annotations.use')}
          value={filter.cited}
          options={[
            { value: false, label: m('annotations.filterUnused') },
            { value: true, label: m('annotations.filterUsed') },
          ]}
          onChoose={(cited) => narrow({ cited })}
        />
        <ArticleFilter />
        <ActorFilter />
        <Choices
          name="motivation"
          legend={m('annotations.kind')}
          value={filter.motivation}
          options={motivations.map((value) => ({
            value,
            label: m(`annotations.motivation.${value}`),
          }))}
          onChoose={(motivation) => narrow({ motivation })}
        />
        <Choices
          name="status"
          legend={m('annotations.place')}
          value={filter.status}
          options={annotationStatuses.map((value) => ({
            value,
            label: m(`annotations.state.${value}`),
          }))}
          onChoose={(status) => narrow({ status })}
        />
      </div>
      {making && <TagDialog task={{ kind: 'create' }} onClose={() => setMaking(false)} />}
    </aside>
  );
}

interface ChoicesProps<V> {
  readonly name: string;
  readonly legend: string;
  readonly value: V | undefined;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChoose: (value: V | undefined) => void;
}

/** One of a few, or any: choosing the chosen one again lets it go. */
function Choices<V>({ name, legend, value, options, onChoose }: ChoicesProps<V>) {
  return (
    <fieldset className={pane.group}>
      <legend className={pane.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option.label} className={pane.choice}>
          <input
            type="checkbox"
            name={name}
            checked={option.value === value}
            onChange={(event) => onChoose(event.target.checked ? option.value : undefined)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
