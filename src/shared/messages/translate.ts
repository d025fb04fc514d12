import { IntlMessageFormat } from 'intl-messageformat';

export type Values = Record<string, string | number | Date>;

/** Messages of one language by feature and key, each in ICU MessageFormat. */
export type Catalogue = Record<string, Record<string, string>>;

/** `feature.key` for every message of a catalogue. */
export type KeyOf<C extends Catalogue> = {
  [F in keyof C & string]: `${F}.${keyof C[F] & string}`;
}[keyof C & string];

export type Translate<C extends Catalogue> = (key: KeyOf<C>, values?: Values) => string;

/** A function from key and values to words; each message is parsed once, at first use. */
export function translator<C extends Catalogue>(locale: string, catalogue: C): Translate<C> {
  const parsed = new Map<string, IntlMessageFormat>();
  const find = (key: string): IntlMessageFormat => {
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const dot = key.indexOf('.');
    const message = catalogue[key.slice(0, dot)]?.[key.slice(dot + 1)];
    if (message === undefined) throw new Error(`There is no message "${key}".`);
    const format = new IntlMessageFormat(message, locale);
    parsed.set(key, format);
    return format;
  };
  return (key, values) => String(find(key).format(values));
}
