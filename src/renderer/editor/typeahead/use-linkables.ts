import { useMemo } from 'react';
import type { LinkedKind } from '../../../shared/briefing/inner-links.ts';
import { useMethod } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import type { PassageSources } from '../use-passage-sources.ts';
import { findLinkables, type Linkable } from './linkable.ts';

/** What `[[` offers for a query; null: nobody is asking. The document itself is left out. */
export function useLinkables(
  query: string | null,
  documentId: string,
  { listed, articles, sourceOf }: PassageSources,
): readonly Linkable[] {
  const m = useMessages();
  const asked = { enabled: query !== null };
  const { data: actors } = useMethod('actors.list', {}, asked);
  const { data: notes } = useMethod('notes.list', {}, asked);
  const { data: briefings } = useMethod('briefings.list', {}, asked);
  const others = useMemo(() => {
    const thing = (
      kind: LinkedKind,
      id: string,
      name: string,
      detail: string,
      also = '',
    ): Linkable => ({ kind, id, name, detail, also });
    return [
      ...(actors?.items ?? []).map(({ id, name, names }) => {
        const also = names.map((one) => one.name).join(' ');
        return thing('actor', id, name, m('editor.anActor'), also);
      }),
      ...[...articles.values()].map(({ id, title, issued, ...rest }) => {
        const date = formatIssued(issued) ?? m('briefings.noDate');
        const outlet = rest['container-title'];
        const from = [outlet, date].filter((part) => part !== null).join(', ');
        return thing('article', id, title, m('editor.anArticle', { from }));
      }),
      ...(notes?.items ?? []).map(({ id, title }) => thing('note', id, title, m('editor.aNote'))),
      ...(briefings?.items ?? []).map(({ id, title }) =>
        thing('briefing', id, title, m('editor.aBriefing')),
      ),
    ].filter(({ id }) => id !== documentId);
  }, [actors, articles, briefings, documentId, m, notes]);
  return useMemo(
    () => (query === null ? [] : findLinkables(query, { passages: listed, sourceOf, others })),
    [listed, others, query, sourceOf],
  );
}
