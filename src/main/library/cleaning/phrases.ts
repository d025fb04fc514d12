import type { HiddenReason } from '../../../shared/model/ranges.ts';

/** A phrase only hides a line of at most this many characters. */
export const longestPrompt = 200;

interface Phrases {
  readonly reason: HiddenReason;
  /** The line is the article's end: what follows it is judged more strictly. */
  readonly ends?: true;
  /** Counts only behind the article's last paragraph. */
  readonly tail?: true;
  readonly patterns: readonly RegExp[];
}

/**
 * Lines that are never an article's own words, from the pages of newspapers in several languages.
 * Every pattern is held to the line's beginning or to the whole line.
 */
export const phrases: readonly Phrases[] = [
  {
    reason: 'newsletter-prompt',
    patterns: [
      /^(?:please )?(?:sign|sign(?:ed)? me) ?up (?:now|here|today|for (?:our|the|free)|to (?:our|the|receive|get))\b/i,
      /^(?:get|receive) (?:\S+ ){0,6}newsletters?\b/i,
      /^subscribe (?:now|today|here|to (?:our|the|\S+(?:['’]s)?) )/i,
      /\bnewsletters?\b.{0,40}\b(?:inbox|sign up|subscribe)\b/i,
      /^unsubscribe\b.{0,80}$/i,
      /^view (?:this (?:e-?mail|message) )?in (?:your )?browser\b.{0,60}$/i,
      /^(?:join|download) (?:our|the) (?:\S+ ){0,3}(?:newsletter|channel|app)\b/i,
      /^(?:newsletter|abonnez-vous|inscrivez-vous|suscríb[ea]te|iscriviti|jetzt abonnieren|zum newsletter|assine)\b/i,
      /(?:メルマガ|ニュースレター)(?:の)?(?:登録|配信)|会員登録|有料会員|订阅(?:我们|电子报)|訂閱電子報|뉴스레터 구독|구독하기/,
    ],
  },
  {
    reason: 'follow-topic',
    patterns: [
      /^follow(?: this)? (?:topic|story|author)s?\s*:?$/i,
      /^(?:see more on|more on this (?:topic|story)|topics?|tags?|filed under|keywords)\s*:?$/i,
      /^(?:tags?|topics?|filed under|keywords)\s*: \S.{0,120}$/i,
      /^(?:关键词|標籤|标签|키워드|関連キーワード|タグ|thèmes?|schlagwörter|temas)\s*[:：]?/i,
    ],
  },
  {
    reason: 'photo-credit',
    patterns: [
      /^(?:photos?|pictures?|images?|photographs?|pix|credits?|foto|bild|crédito|crédit photo|source photo|写真|図版|图片来源|图片|사진)\s*(?:by|credit|courtesy(?: of)?|source|von|di|de)?\s*[:：/=] ?.{0,100}$/i,
      /^(?:photo|picture|image)s? (?:by|courtesy of) .{1,80}$/i,
      /^(?:\(|\[)?(?:AFP|AP|EPA|Getty Images|Reuters)(?: photo)?(?:[/ ][\p{L} .'-]{1,40})?(?:\)|\])?$/iu,
      /^[\p{Lu}][\p{L} .'’-]{1,40}\/(?:AFP|AP|EPA|Getty Images|Reuters|Shutterstock|Bloomberg)\b.{0,40}$/u,
    ],
  },
  {
    reason: 'share-bar',
    patterns: [
      /^(?:share|share (?:this|on|via)(?: .{1,40})?|print|e-?mail|copy link|save|bookmark|gift this article)\s*:?$/i,
      /^(?:tweet|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|line)$/i,
      /^(?:find|follow|like|join) us on\b.{0,60}$/i,
      /^(?:partager|teilen|compartir|condividi|compartilhar|シェア(?:する)?|分享(?:到)?|공유하기|поделиться)\b.{0,40}$/i,
    ],
  },
  {
    reason: 'comment-prompt',
    ends: true,
    patterns: [
      /^(?:\d[\d,.]* )?comments?(?: \(\d+\))?\s*:?$/i,
      /^(?:view|show|read|see|load)(?: all| more)? (?:\d[\d,.]* )?comments\b.{0,30}$/i,
      /^(?:there are )?no comments\b.{0,60}$/i,
      /^be the first to (?:comment|respond|reply|share|review|like|start)\b.{0,80}$/i,
      /^(?:sign|log) in to (?:comment|reply|post|join)\b.{0,60}$/i,
      /^(?:leave|post|add|write) (?:a|your) (?:comment|reply|insights?|review)s?\b.{0,60}$/i,
      /^join the (?:conversation|discussion)\b.{0,60}$/i,
      /^please let us know if you(?:['’]re| are) having (?:issues|trouble) with comment/i,
      /^reader (?:insights|comments|reactions)$/i,
      /^(?:kommentare|commentaires|comentarios|commenti|コメント|评论|評論|댓글|комментарии)(?: ?\(?\d+\)?)?\s*:?$/i,
    ],
  },
  {
    reason: 'author-box',
    ends: true,
    patterns: [
      /^about the (?:author|creator|writer|reporter|contributor)s?\s*:?$/i,
      /^(?:over de auteur|über den autor|über die autorin|à propos de l['’]auteur|sobre el autor)$/i,
      /^(?:contact|email|follow) (?:the )?(?:author|reporter|writer)\b.{0,100}$/i,
    ],
  },
  {
    reason: 'related-links',
    patterns: [
      /^(?:related|recommended|most (?:read|popular)|trending(?: now)?|more (?:stories|news)|top stories|read next|you may also like|editor['’]s picks?|also on .{1,40})(?: (?:articles?|stories|topics?|news|content|coverage|links?|posts?))?\s*:?$/i,
      /^(?:read (?:more|also|next)|see also|also read|watch|listen|more from [^:]{1,60})\s*(?::.{0,160})?$/i,
      /^(?:mehr zum thema|lesen sie auch|lire aussi|à lire aussi|lea también|leggi anche|leia (?:também|mais)|читайте также|関連記事|相关(?:新闻|阅读|文章)|相關新聞|관련 ?기사)\s*[:：]?.{0,120}$/i,
    ],
  },
  {
    reason: 'advertisement',
    patterns: [
      /^(?:advertisements?|sponsored(?: content)?|promoted|story continues below(?: advertisement)?|article continues (?:below|after).{0,40}|scroll to continue|anzeige|publicité|publicidad|pubblicità|реклама|広告|广告|廣告|광고)\s*:?$/i,
    ],
  },
  {
    reason: 'copyright',
    ends: true,
    patterns: [
      /^(?:copyright\b|©|\(c\) ?\d{4}|ⓒ|all rights reserved\b)/i,
      /\ball rights reserved\.?$/i,
      /(?:無断転載|版权所有|著作権|무단 ?전재)/,
    ],
  },
  {
    reason: 'footer',
    ends: true,
    patterns: [
      /^(?:miscellaneous|useful|quick|footer|site) links$/i,
      /^(?:privacy policy|privacy notice|terms(?: (?:of|and|&) (?:use|service|conditions))?|cookie (?:policy|settings|preferences)|do not sell my (?:personal )?info(?:rmation)?|site ?map|impressum|datenschutz|mentions légales|aviso legal|プライバシーポリシー|利用規約|隐私政策|개인정보 ?처리방침)$/i,
      /^(?:back to top|return to top|nach oben)$/i,
    ],
  },
  {
    reason: 'footer',
    tail: true,
    patterns: [
      /^(?:about(?: us)?|contact(?: us)?|help|support|explore|careers|jobs|advertise(?: with us)?|faq|press|newsroom|accessibility|subscribe|log ?in|sign in|rss|how does it work\??)$/i,
    ],
  },
  {
    reason: 'navigation',
    patterns: [
      /^(?:skip to (?:main )?content|menu|open menu|close|toggle navigation|search)$/i,
      /^\S+(?: \S+){0,3} logo$/i,
      /^(?:listen to this article|\d+[- ]min(?:ute)?s? read|reading time:? .{1,20})$/i,
    ],
  },
];
