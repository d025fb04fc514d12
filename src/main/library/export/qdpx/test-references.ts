/** Which elements a reference may lead to: what the schema of REFI-QDA says only in words. */
const targets: Readonly<Record<string, string>> = {
  CodeRef: 'Code',
  MemberCode: 'Code',
  NoteRef: 'Note',
  MemberNote: 'Note',
  SourceRef: 'TextSource',
  MemberSource: 'TextSource',
  SelectionRef: 'PlainTextSelection',
  VariableRef: 'Variable',
};

/** What is used of a DOM element: this folder is compiled without a DOM. */
interface XmlElement {
  readonly tagName: string;
  readonly children: Iterable<XmlElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelectorAll(selector: string): Iterable<XmlElement>;
}

/** What in a `project.qde` leads to nothing, or to what it must not. */
export function referenceProblems(root: XmlElement): string[] {
  const all = [...root.querySelectorAll('[guid]')];
  const guids = new Map(
    all.map((element) => [element.getAttribute('guid') ?? '', element.tagName]),
  );
  const texts = [...root.querySelectorAll('TextSource, Note')].filter(
    (source) =>
      source.hasAttribute('plainTextPath') ===
      [...source.children].some(({ tagName }) => tagName === 'PlainTextContent'),
  );
  const users = [...root.querySelectorAll('[creatingUser], [creatingUserGUID]')].filter(
    (element) =>
      guids.get(
        element.getAttribute('creatingUser') ?? element.getAttribute('creatingUserGUID') ?? '',
      ) !== 'User',
  );
  const references = [...root.querySelectorAll('[targetGUID]')].flatMap((reference) => {
    const wanted = targets[reference.tagName];
    const led = guids.get(reference.getAttribute('targetGUID') ?? '');
    if (wanted === undefined ? led !== undefined : led === wanted) return [];
    return [`${reference.tagName} leads to ${led ?? 'nothing'}`];
  });
  return [
    ...(guids.size === all.length ? [] : ['a guid is used twice']),
    ...texts.map(({ tagName }) => `${tagName}: a path and content, or neither`),
    ...users.map(({ tagName }) => `${tagName}: made by nobody`),
    ...references,
  ];
}
