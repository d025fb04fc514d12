import { useState } from 'react';
import type { CitationStyle } from '../../../shared/contract/methods/styles.ts';
import type { DocumentLanguage } from '../../../shared/model/document-language.ts';
import { fileName } from '../../../shared/text/file-name.ts';
import { showError } from '../../api/show-error.ts';
import { showExported } from '../../api/show-exported.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages, type MessageKey } from '../../messages/messages.ts';
import { useRoute } from '../../state/route.ts';
import { useSettings } from '../../state/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import css from './ExportDialog.module.css';
import { LanguageField } from './LanguageField.tsx';
import { chosenStyle, StyleField } from './StyleField.tsx';
import {
  extensions,
  formats,
  readChoice,
  writeChoice,
  type Choice,
  type Format,
  type What,
} from './choices.ts';
import { exportFile } from '../../api/save-file.ts';

const hints: Readonly<Record<Format, MessageKey>> = {
  docx: 'exports.docxHint',
  pdf: 'exports.pdfHint',
  html: 'exports.htmlHint',
  md: 'exports.mdHint',
  'csl-json': 'exports.cslHint',
  bibtex: 'exports.bibtexHint',
  ris: 'exports.risHint',
  csv: 'exports.csvHint',
  grid: 'exports.gridHint',
  jsonld: 'exports.jsonldHint',
  graphml: 'exports.graphmlHint',
  attache: 'exports.attacheHint',
  qdpx: 'exports.qdpxHint',
};

const csvHints: Readonly<Partial<Record<What, MessageKey>>> = {
  network: 'exports.networkCsvHint',
  statements: 'exports.statementsCsvHint',
};

const hintOf = (what: What, format: Format): MessageKey =>
  (format === 'csv' ? csvHints[what] : undefined) ?? hints[format];

/** What of a briefing's looks is not left to the briefing. */
interface Look {
  readonly style: CitationStyle | undefined;
  readonly language: DocumentLanguage | undefined;
}

/** Exports a choice in one of its formats; answers with the place, null when dismissed. */
function run(
  { what, id }: Choice,
  format: Format,
  { style, language }: Look,
  name: string,
): Promise<string | null> {
  const isOf = <F extends Format>(known: readonly [F, ...F[]]): F =>
    known.find((each) => each === format) ?? known[0];
  switch (what) {
    case 'briefing': {
      const input = {
        id: id ?? '',
        format: isOf(formats.briefing),
        ...(style === undefined ? {} : { style }),
        ...(language === undefined ? {} : { language }),
      };
      return exportFile('export.briefing', input, name);
    }
    case 'sources': {
      const input = { format: isOf(formats.sources) };
      return exportFile(
        'export.sources',
        id === undefined ? input : { ...input, briefingId: id },
        name,
      );
    }
    case 'annotations': {
      const input = { format: isOf(formats.annotations) };
      return exportFile(
        'export.annotations',
        id === undefined ? input : { ...input, articleId: id },
        name,
      );
    }
    case 'statements':
      return exportFile('export.statements', { format: isOf(formats.statements) }, name);
    case 'network':
      return exportFile('export.network', { format: isOf(formats.network) }, name);
    case 'bundle':
      return exportFile('export.bundle', { format: isOf(formats.bundle) }, name);
  }
}

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const route = useRoute();
  const { data: briefings } = useMethod('briefings.list', {});
  const [chosen, setChosen] = useState<Choice | null>(
    route.name === 'briefing' ? { what: 'briefing', id: route.id } : null,
  );
  const [wanted, setWanted] = useState<Format>('docx');
  const [language, setLanguage] = useState<DocumentLanguage>();
  const [pending, setPending] = useState(false);
  const articleId = route.name === 'article' ? route.id : '';
  const { data: article } = useMethod(
    'articles.get',
    { id: articleId },
    { enabled: articleId !== '' },
  );
  const items = briefings?.items ?? [];
  const first = items[0];
  const choice =
    chosen ?? (first === undefined ? { what: 'annotations' } : { what: 'briefing', id: first.id });
  const offered: readonly Format[] = formats[choice.what];
  const format = offered.find((each) => each === wanted) ?? offered[0] ?? wanted;
  const settings = useSettings();
  const style = chosenStyle(settings);
  const title = (id: string | undefined) =>
    items.find((item) => item.id === id)?.title || m('exports.untitled');
  const option = (value: Choice, label: string) => ({ value: writeChoice(value), label });
  const choices = [
    ...items.map(({ id }) =>
      option({ what: 'briefing', id }, `${m('exports.briefing')}: ${title(id)}`),
    ),
    ...items.map(({ id }) =>
      option({ what: 'sources', id }, m('exports.sourcesOf', { title: title(id) })),
    ),
    option({ what: 'sources' }, m('exports.allSources')),
    ...(article === undefined
      ? []
      : [
          option(
            { what: 'annotations', id: article.id },
            m('exports.annotationsOf', { title: article.title }),
          ),
        ]),
    option({ what: 'annotations' }, m('exports.allAnnotations')),
    option({ what: 'statements' }, m('exports.allStatements')),
    option({ what: 'network' }, m('exports.actorNetwork')),
    option({ what: 'bundle' }, m('exports.wholeLibrary')),
  ];
  const nameOf = ({ what, id }: Choice): string => {
    if (what === 'briefing') return title(id);
    return what === 'annotations' && article !== undefined && id === article.id
      ? m('exports.annotationsNamed', { title: article.title })
      : m(`exports.${what}`);
  };
  const save = async () => {
    if (pending) return;
    setPending(true);
    try {
      const file = fileName(nameOf(choice), extensions[format]);
      const place = await run(choice, format, { style, language }, file);
      if (place === null) return;
      onClose();
      showExported(m, place);
    } catch (error) {
      showError(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      title={m('exports.title')}
      width={560}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{m('ui.cancel')}</Button>
          <Button type="submit" look="primary" pending={pending}>
            {m('exports.export')}
          </Button>
        </>
      }
    >
      <label className={css.field}>
        <span className={css.label}>{m('exports.what')}</span>
        <Select
          value={writeChoice(choice)}
          options={choices}
          data-autofocus
          onChange={(value) => {
            setChosen(readChoice(value));
            setLanguage(undefined);
          }}
        />
      </label>
      <fieldset className={css.formats}>
        <legend className={css.label}>{m('exports.format')}</legend>
        {offered.map((each) => (
          <label key={each} className={css.format}>
            <input
              type="radio"
              name="format"
              checked={each === format}
              onChange={() => setWanted(each)}
            />
            <span>
              {m(`exports.${each}`)}
              <span className={css.hint}>{m(hintOf(choice.what, each))}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {choice.what === 'briefing' && choice.id !== undefined && (
        <div className={css.look}>
          <LanguageField briefingId={choice.id} value={language} onChange={setLanguage} />
          <StyleField settings={settings} briefingId={choice.id} language={language} />
        </div>
      )}
    </Dialog>
  );
}
