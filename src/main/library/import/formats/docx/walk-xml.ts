import sax from 'sax';

/** An element of XML as it begins. */
export interface OpenTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isSelfClosing: boolean;
  /** Where its content begins, in UTF-16 code units. */
  readonly contentAt: number;
  /** The names around it, the outermost first. */
  readonly around: readonly string[];
}

interface Visitor {
  open(tag: OpenTag): void;
  close(name: string): void;
}

/** Visits the elements of XML in order, without building a tree. What is malformed is passed over. */
export function walkXml(source: string, visitor: Visitor): void {
  const parser = sax.parser(true, { xmlns: false, position: true });
  const around: string[] = [];
  const listeners: Pick<sax.SAXParser, 'onerror' | 'onopentag' | 'onclosetag'> = {
    onerror: () => {
      Object.assign(parser, { error: null });
    },
    onopentag: ({ name, attributes, isSelfClosing }) => {
      const given = attributes as Record<string, string>;
      visitor.open({
        name,
        attributes: given,
        isSelfClosing,
        contentAt: parser.position,
        around,
      });
      around.push(name);
    },
    onclosetag: (name) => {
      around.pop();
      visitor.close(name);
    },
  };
  Object.assign(parser, listeners);
  parser.write(source).close();
}
