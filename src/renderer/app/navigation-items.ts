import {
  ChartGantt,
  Highlighter,
  History,
  LibraryBig,
  Newspaper,
  NotebookPen,
  CircleDot,
  Table2,
  Trash2,
  Unlink,
  UserRoundPlus,
  UsersRound,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import type { Output } from '../../shared/contract/methods.ts';
import type { MessageKey } from '../messages/messages.ts';
import type { Route } from '../state/route.ts';

type Counts = Output<'library.info'>['counts'];

export interface NavigationItem {
  readonly route: Route;
  readonly label: MessageKey;
  readonly icon: LucideIcon;
  readonly count?: keyof Counts;
  /** Routes that stand under this item. */
  readonly also?: readonly Route['name'][];
  /** Also in the narrow rail. */
  readonly rail?: boolean;
}

const libraryItems: readonly NavigationItem[] = [
  {
    route: { name: 'articles' },
    label: 'app.allArticles',
    icon: LibraryBig,
    count: 'articles',
    rail: true,
  },
  { route: { name: 'unread' }, label: 'app.unread', icon: CircleDot, count: 'unread' },
  {
    route: { name: 'annotations' },
    label: 'app.annotations',
    icon: Highlighter,
    count: 'annotations',
    rail: true,
  },
  {
    route: { name: 'notes' },
    label: 'app.notes',
    icon: NotebookPen,
    count: 'notes',
    also: ['note'],
    rail: true,
  },
  { route: { name: 'lost' }, label: 'app.lostPassages', icon: Unlink, count: 'unsettled' },
  { route: { name: 'trash' }, label: 'app.trash', icon: Trash2, count: 'trash' },
  { route: { name: 'history' }, label: 'app.history', icon: History },
];

const actorItems: readonly NavigationItem[] = [
  {
    route: { name: 'actors' },
    label: 'app.actors',
    icon: UsersRound,
    count: 'actors',
    also: ['actor'],
    rail: true,
  },
  { route: { name: 'proposed' }, label: 'app.proposedActors', icon: UserRoundPlus, rail: true },
];

const overviewItems: readonly NavigationItem[] = [
  { route: { name: 'said' }, label: 'app.whoSaidWhat', icon: Table2, rail: true },
  { route: { name: 'timeline' }, label: 'analysis.timeline', icon: ChartGantt, rail: true },
  {
    route: { name: 'network' },
    label: 'analysis.network',
    icon: Waypoints,
    also: ['passages'],
    rail: true,
  },
  { route: { name: 'outlets' }, label: 'analysis.outlets', icon: Newspaper, rail: true },
];

/** The rooms of the notebook under their headings, in the order of the navigation. */
export const navigationSections: readonly {
  readonly label: MessageKey;
  readonly items: readonly NavigationItem[];
}[] = [
  { label: 'app.library', items: libraryItems },
  { label: 'app.actors', items: actorItems },
  { label: 'app.see', items: overviewItems },
];
