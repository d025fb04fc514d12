import { casual as de } from 'chrono-node/de';
import { casual as en } from 'chrono-node/en';
import { casual as es } from 'chrono-node/es';
import { casual as fr } from 'chrono-node/fr';
import { casual as it } from 'chrono-node/it';
import { casual as nl } from 'chrono-node/nl';
import { casual as pt } from 'chrono-node/pt';

type Calendar = Pick<typeof en, 'parse'>;

const calendars: Readonly<Record<string, Calendar>> = { de, en, es, fr, it, nl, pt };

/** How dates are written in a language (BCP 47); of one that is not known, as in English. */
export const calendarOf = (language: string | null): Calendar =>
  calendars[(language ?? 'en').slice(0, 2).toLowerCase()] ?? en;
