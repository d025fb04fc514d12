import type { DomElement } from './dom.ts';
import type { HiddenReason } from '../../../../../shared/model/ranges.ts';

/** What an element's tag, role, class or id says it is; the first that fits counts. */
const hints: readonly (readonly [HiddenReason, RegExp])[] = [
  ['newsletter-prompt', /newsletter|subscri|sign-?up|signup|paywall|registration/],
  ['share-bar', /share|social|sharing|addthis|follow-us/],
  ['comment-prompt', /comment|disqus|discussion|respond/],
  ['advertisement', /\bads?\b|advert|sponsor|promo|banner|taboola|outbrain/],
  ['author-box', /author-?(?:box|bio|info|card)|about-?author|biograph/],
  [
    'byline',
    /byline|dateline|timestamp|pub-?date|publish|article-?info|post-?meta|article-?meta|\b(?:author|date|time)\b/,
  ],
  ['copyright', /copyright|legal/],
  [
    'related-links',
    /related|recommend|more-?(?:from|stories|news)|read-?more|most-?read|trending|popular|aside/,
  ],
  ['photo-credit', /credit|photographer/],
  ['caption', /caption|figure/],
  ['footer', /footer|colophon/],
  ['navigation', /\bnav|menu|breadcrumb|header|toolbar|sidebar|skip/],
];

function hintOf(element: DomElement): HiddenReason | null {
  const words = [
    element.localName,
    element.getAttribute('role') ?? '',
    element.getAttribute('class') ?? '',
    element.getAttribute('id') ?? '',
  ]
    .join(' ')
    .slice(0, 400)
    .toLowerCase();
  return hints.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Answers why text under an element that is no part of the article is hidden; remembers elements. */
export function reasons(): (element: DomElement) => HiddenReason {
  const known = new Map<DomElement, HiddenReason>();
  return (element) => {
    const path: DomElement[] = [];
    let reason: HiddenReason | undefined;
    for (let at: DomElement | null = element; at !== null; at = at.parentElement) {
      reason = known.get(at);
      if (reason !== undefined) break;
      path.push(at);
      reason = at.localName === 'body' ? 'navigation' : (hintOf(at) ?? undefined);
      if (reason !== undefined) break;
    }
    for (const passed of path) known.set(passed, reason ?? 'navigation');
    return reason ?? 'navigation';
  };
}
