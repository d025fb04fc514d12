import { expect, it } from 'vitest';
import { blocksOf, content, link, paragraph, text } from './content.ts';
import { innerLink, innerLinks, innerUrl, withoutInnerLinks } from './inner-links.ts';

it('reads addresses inside the notebook and no others', () => {
  const odd = { kind: 'actor', id: 'a/b?c#ü' } as const;
  expect(innerLink(innerUrl(odd))).toEqual(odd);
  expect(innerLink('#/articles/1?start=3&end=9')).toEqual({ kind: 'article', id: '1' });
  for (const url of [
    '',
    '#/articles/',
    '#/nothing/1',
    'https://a.example/#/notes/1',
    '#/notes/%E0',
  ])
    expect(innerLink(url)).toBeNull();
});

it('finds each thing a document links to, and leaves the words where the links go', () => {
  const note = '#/notes/n';
  const document = content(
    paragraph(link(note, text('Pier')), text(' and '), link('https://a.example', text('web'))),
    paragraph(link(`${note}?start=1`, text('again'))),
  );
  expect(innerLinks(document)).toEqual([{ kind: 'note', id: 'n' }]);
  const [first, second] = withoutInnerLinks(blocksOf(document));
  expect(first?.children?.map(({ type }) => type)).toEqual(['text', 'text', 'link']);
  expect(second?.children).toEqual([text('again')]);
});
