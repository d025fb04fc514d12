import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { PanelLeft } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { createCoverage } from '../../../shared/briefing/coverage.ts';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import { EditorToolbar } from '../../editor/EditorToolbar.tsx';
import { insertPassage, takeShownCursor, type Insertion } from '../../editor/edits.ts';
import { registerOpenBriefing, type Passage } from '../../editor/insertion.ts';
import type { OpenedDocument } from '../../editor/open/opened-document.ts';
import { OutlineMenu } from '../../editor/OutlineMenu.tsx';
import { LinkedDocuments } from '../../editor/LinkedDocuments.tsx';
import { Page } from '../../editor/Page.tsx';
import { TitleField } from '../../editor/TitleField.tsx';
import { PassageDrop } from '../../editor/PassageDrop.tsx';
import { FindReplace } from '../../editor/find/FindReplace.tsx';
import { LinkTypeahead } from '../../editor/typeahead/LinkTypeahead.tsx';
import { ConflictLine } from '../../editor/conflict/ConflictLine.tsx';
import { useWordCount } from '../../editor/use-word-count.ts';
import { VersionsButton } from '../../editor/versions/VersionsButton.tsx';
import { formatDates } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { useMedia } from '../../state/use-media.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './BriefingView.module.css';
import { CoverageLine } from './CoverageLine.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { FindingsButton } from './FindingsButton.tsx';
import { FindingsColumn } from './FindingsColumn.tsx';
import { findingsOf, standsBeside, type Finding } from './findings.ts';
import { MarginMarks } from './MarginMarks.tsx';
import { PassagesPane } from './PassagesPane.tsx';
import { SectionPrompts } from './SectionPrompts.tsx';
import { SourcesList } from './SourcesList.tsx';
import { TemplatesButton } from './TemplatesButton.tsx';
import { useCheck } from './use-check.ts';
import { useFindingActions } from './use-finding-actions.ts';
import { useHighlights } from '../../editor/use-highlights.ts';
import { useFirstWords } from './use-first-words.ts';
import { useJudgement } from './use-judgement.ts';
import { useNextGap } from './use-next-gap.ts';

/**
 * The text and the findings beside it take 908 px, the rail 44, and the passages, which lie over
 * the text under 1100 px, 304. The style sheet asks for the same.
 */
const roomForFindings = '(min-width: 1256px), (min-width: 952px) and (max-width: 1099px)';

export function BriefingEditor({ opened }: { readonly opened: OpenedDocument }) {
  const m = useMessages();
  const [editor] = useLexicalComposerContext();
  const { id, read, citations, sources, content } = opened;
  const [page, setPage] = useState<HTMLDivElement | null>(null);
  const wide = useMedia('(min-width: 1100px)');
  const roomBeside = useMedia(roomForFindings);
  const [passagesOpen, setPassagesOpen] = useState(false);
  const check = useCheck(id, content, opened.saves);
  const [coverageOf] = useState(createCoverage);
  const isLive = useCallback(
    (cited: string) => citations.get(cited)?.status !== 'deleted',
    [citations],
  );
  const coverage = useMemo(() => coverageOf(read, isLive), [coverageOf, read, isLive]);
  const { actions, kept } = useFindingActions(read);
  const findings = useMemo(
    () =>
      findingsOf(read, coverage.sentences, check, citations).filter(
        (finding) => !kept.has(finding.id),
      ),
    [read, coverage, check, citations, kept],
  );
  const beside = useMemo(() => findings.filter(standsBeside), [findings]);
  const quotes = useMemo(() => findings.filter(isQuote), [findings]);
  useHighlights('briefing-quote', read, quotes);
  const sentencesOf = useCallback(
    (now: DocumentText) => coverageOf(now, isLive).sentences,
    [coverageOf, isLive],
  );
  const onNextGap = useNextGap(sentencesOf);
  useJudgement(sentencesOf);
  useFirstWords(read);
  const words = useWordCount(read.text);
  const insert = useCallback(
    (passage: Passage, how: Insertion = 'quotation') => {
      takeShownCursor(editor);
      insertPassage(editor, passage, how);
    },
    [editor],
  );
  useEffect(() => registerOpenBriefing({ id, insert }), [id, insert]);
  const uses = useUses(read);
  const showPassages = wide || passagesOpen;
  return (
    <div className={css.columns}>
      {showPassages && (
        <div className={css.passages} data-pane data-overlay={!wide || undefined}>
          <PassagesPane sources={sources} uses={uses} onInsert={insert} />
        </div>
      )}
      <div className={css.desk} data-pane>
        <EditorToolbar
          leading={
            wide ? null : (
              <IconButton
                icon={PanelLeft}
                label={m('briefings.showPassages')}
                aria-expanded={passagesOpen}
                onClick={() => setPassagesOpen((open) => !open)}
              />
            )
          }
        >
          <OutlineMenu read={read} />
          <TemplatesButton {...opened} />
          <VersionsButton {...opened} />
          <DeleteButton {...opened} />
          <FindingsButton read={read} findings={findings} actions={actions} />
        </EditorToolbar>
        <ConflictLine {...opened} />
        <FindReplace read={read} />
        <div className={css.scroll}>
          <div className={css.sheet}>
            <Title opened={opened} />
            <LinkedDocuments documentId={id} />
            <div ref={setPage} className={css.page}>
              <SectionPrompts container={page} read={read} />
              <MarginMarks container={page} read={read} sentences={coverage.sentences} />
              <Page label={m('briefings.text')} />
              <PassageDrop />
              {roomBeside && (
                <FindingsColumn container={page} read={read} findings={beside} actions={actions} />
              )}
            </div>
            <SourcesList
              citations={citations}
              notes={read.anchors.filter(({ kind }) => kind === 'citation').length}
            />
          </div>
          <LinkTypeahead id={id} sources={sources} />
        </div>
        <CoverageLine
          coverage={coverage}
          words={words}
          quotes={quotes.length}
          onNextGap={onNextGap}
          saves={opened.saves}
          retry={opened.retry}
        />
      </div>
    </div>
  );
}

const isQuote = ({ kind }: Finding): boolean =>
  kind === 'differs' || kind === 'elsewhere' || kind === 'nowhere';

/** How often each passage is cited; the same map as long as nothing is cited otherwise. */
function useUses({ anchors }: DocumentText): ReadonlyMap<string, number> {
  const cited = anchors
    .flatMap(({ kind, annotationId }) => (kind === 'citation' ? annotationId : []))
    .join(' ');
  return useMemo(() => {
    const uses = new Map<string, number>();
    for (const id of cited === '' ? [] : cited.split(' ')) uses.set(id, (uses.get(id) ?? 0) + 1);
    return uses;
  }, [cited]);
}

/** The title, and what the briefing stands on in one line. */
function Title({ opened }: { readonly opened: OpenedDocument }) {
  const m = useMessages();
  const { title, setTitle, citations } = opened;
  const cited = [...citations.values()];
  const articles = new Set(cited.flatMap(({ articleId }) => articleId ?? [])).size;
  const dates = cited.flatMap(({ issued }) => issued ?? []).sort();
  const [first = null, last = first] = [dates[0], dates.at(-1)];
  return (
    <header className={css.head}>
      <TitleField
        className={css.title}
        label={m('briefings.titleField')}
        title={title}
        onTitle={setTitle}
      />
      {cited.length > 0 && (
        <p className={css.stands}>
          {m('briefings.standsOn', {
            articles,
            passages: cited.length,
            ...(first === null || last === null
              ? { dated: 'no', dates: '' }
              : { dated: 'yes', dates: formatDates(first, last) }),
          })}
        </p>
      )}
    </header>
  );
}
