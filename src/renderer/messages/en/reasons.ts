import type { HiddenReason } from '../../../shared/model/ranges.ts';

/** Why a line is hidden in the clean view. */
export const reasons = {
  'newsletter-prompt': 'Newsletter prompt',
  'follow-topic': 'Follow topic',
  'photo-credit': 'Photo credit',
  caption: 'Caption',
  'share-bar': 'Share bar',
  'comment-prompt': 'Comment prompt',
  footer: 'Footer',
  'author-box': 'Author box',
  copyright: 'Copyright',
  'related-links': 'Link to another article',
  advertisement: 'Advertisement',
  repetition: 'Repetition',
  'outlet-repetition': 'In other articles of the outlet',
  navigation: 'Navigation',
  separator: 'Separator',
  byline: 'Byline',
  metadata: 'Says what the article is',
  'not-shown': 'Hidden in the document',
  'by-person': 'Hidden by you',
} as const satisfies Record<HiddenReason, string>;
