import type { DomDocument } from '../formats/html/dom.ts';
import type { EvidenceRule, Proposal } from '../../../../shared/model/import.ts';
import { absoluteHttp } from '../formats/html/links.ts';
import { withoutTracking } from '../reimport/addresses.ts';
import { isoDateIn } from './iso-date.ts';
import { bylineParts } from '../../../../shared/text/credits/byline.ts';
import { readJsonLd } from './json-ld.ts';
import { markedWriters } from './marked-writers.ts';
import { partsOfTitle, sharesWords, withoutSite, withoutStrayTitle } from './page-title.ts';
import { beginningOf } from '../../../../shared/text/shorten.ts';

const metaFields: readonly (readonly [Proposal['field'], EvidenceRule, string])[] = [
  ['title', 'open-graph', 'og:title'],
  ['title', 'meta', 'citation_title'],
  ['title', 'meta', 'dc.title'],
  ['title', 'meta', 'twitter:title'],
  ['container-title', 'open-graph', 'og:site_name'],
  ['container-title', 'meta', 'citation_journal_title'],
  ['container-title', 'meta', 'application-name'],
  ['author', 'open-graph', 'article:author'],
  ['author', 'meta', 'author'],
  ['author', 'meta', 'citation_author'],
  ['author', 'meta', 'dc.creator'],
  ['author', 'meta', 'parsely-author'],
  ['issued', 'open-graph', 'article:published_time'],
  ['issued', 'meta', 'citation_publication_date'],
  ['issued', 'meta', 'citation_date'],
  ['issued', 'meta', 'dc.date'],
  ['issued', 'meta', 'dcterms.created'],
  ['issued', 'meta', 'datepublished'],
  ['issued', 'meta', 'parsely-pub-date'],
  ['issued', 'meta', 'date'],
  ['URL', 'open-graph', 'og:url'],
  ['section', 'open-graph', 'article:section'],
  ['section', 'meta', 'parsely-section'],
  ['volume', 'meta', 'citation_volume'],
  ['issue', 'meta', 'citation_issue'],
  ['page', 'meta', 'citation_firstpage'],
];

const clean = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toWellFormed();

/** A value as the field holds it, or null where it is none. */
function valueFor(field: Proposal['field'], raw: string, base: string | null): string | null {
  const text = clean(raw);
  if (text === '') return null;
  if (field === 'issued') return isoDateIn(text);
  if (field === 'URL') {
    const address = /^(?:https?:)?\//i.test(text) ? absoluteHttp(text, base) : null;
    return address === null ? null : withoutTracking(address);
  }
  if (field === 'author') return authorIn(text);
  if (field === 'container-title' && /^https?:/i.test(text)) return null;
  return beginningOf(text, 500).toWellFormed();
}

/** A person's name, without "By"; null for the addresses and handles some pages put here. */
function authorIn(text: string): string | null {
  const name = text.replace(/^by\s+/i, '');
  return /^https?:|^@|^www\.|[<>{}]/i.test(name) || name.length > 120 ? null : name;
}

const evidence = (rule: EvidenceRule, text: string) => ({
  rule,
  text: beginningOf(clean(text), 300),
});

function metaValues(document: DomDocument): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const names = meta.getAttribute('property') ?? meta.getAttribute('name') ?? '';
    const content = meta.getAttribute('content') ?? '';
    for (const name of names.toLowerCase().split(/\s+/)) {
      values.set(name, [...(values.get(name) ?? []), content]);
    }
  }
  return values;
}

/**
 * What a page says of itself, most trustworthy first: JSON-LD, Open Graph, meta elements, then
 * its markup. Addresses are resolved against `base`.
 */
export function proposeFromPage(document: DomDocument, base: string | null): Proposal[] {
  const proposals: Proposal[] = [];
  const propose = (field: Proposal['field'], rule: EvidenceRule, raw: string, certain = true) => {
    const value = valueFor(field, raw, base);
    const known = proposals.some((other) => other.field === field && other.value === value);
    const settled =
      field === 'author' &&
      proposals.some((other) => other.field === 'author' && other.evidence.rule !== rule);
    if (value === null || known) return;
    proposals.push({ field, value, certain: certain && !settled, evidence: evidence(rule, raw) });
  };
  const meta = metaValues(document);
  const linked = readJsonLd(document);
  const sites = [
    ...(meta.get('og:site_name') ?? []),
    ...linked.flatMap(({ field, value }) => (field === 'container-title' ? [value] : [])),
  ].map(clean);
  const proposeAll = (field: Proposal['field'], rule: EvidenceRule, raw: string) => {
    if (field === 'title') propose(field, rule, withoutSite(clean(raw), sites));
    else if (field !== 'author') propose(field, rule, raw);
    else for (const name of bylineParts(clean(raw))) propose(field, rule, name);
  };
  for (const { field, value } of linked) proposeAll(field, 'json-ld', value);
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? '';
  propose('URL', 'canonical-link', attribute('link[rel="canonical"]', 'href'));
  for (const [field, rule, name] of metaFields) {
    for (const raw of meta.get(name) ?? []) proposeAll(field, rule, raw);
  }
  const times = document.querySelectorAll('article time[datetime], main time[datetime]');
  const [time] = times;
  if (time !== undefined) {
    propose('issued', 'time-element', time.getAttribute('datetime') ?? '', times.length === 1);
  }
  const language = attribute('html', 'lang') || (meta.get('content-language')?.[0] ?? '');
  if (/^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(language)) {
    propose(
      'language',
      'html-lang',
      language.replaceAll('_', '-').split('-')[0]?.toLowerCase() ?? '',
    );
  }
  const headings = document.querySelectorAll('h1');
  const heading = headings.length === 1 ? clean(headings[0]?.textContent ?? '') : '';
  const title = clean(document.querySelector('title')?.textContent ?? '');
  const named = partsOfTitle(title, sites);
  // A short heading that says nothing of what the title says is the site's.
  const isSites = named.headline.length > heading.length && !sharesWords(heading, named.headline);
  if (!isSites) propose('title', 'heading', heading);
  if (title !== '') {
    propose('title', 'title-element', named.headline);
    // Some sites put a section's name there: it waits for the person.
    if (named.site !== null) propose('container-title', 'title-element', named.site, false);
  }
  if (isSites) propose('title', 'heading', heading, false);
  if (!proposals.some(({ field }) => field === 'author')) {
    const outlets = proposals.filter(({ field }) => field === 'container-title');
    for (const name of markedWriters(document)) {
      const isOutlet = outlets.some(({ value }) => value.startsWith(name));
      if (!isOutlet) propose('author', 'byline', name);
    }
  }
  return withoutStrayTitle(proposals, heading, title);
}
