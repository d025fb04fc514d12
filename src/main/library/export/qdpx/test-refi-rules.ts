/**
 * What the schema of REFI-QDA 1.5 (Project.xsd of 18 March 2019) says of the elements that Attache
 * writes, as rules of our own: the schema itself is not part of this project.
 */

type ValueType =
  'string' | 'guid' | 'dateTime' | 'boolean' | 'integer' | 'colour' | 'direction' | 'variable';

interface Rule {
  /** Children in their order; `?` at most one, `*` any number, `+` one or more, else exactly one. */
  readonly children?: readonly string[];
  /** Attributes with their types; `!` is required. */
  readonly attributes?: Readonly<Record<string, ValueType | `${ValueType}!`>>;
  /** Whether it holds words. */
  readonly words?: true;
}

const created = { creatingUser: 'guid', creationDateTime: 'dateTime' } as const;
const modified = { modifyingUser: 'guid', modifiedDateTime: 'dateTime' } as const;
const reference: Rule = { attributes: { targetGUID: 'guid!' } };
const text: Rule = { words: true };
const textSource: Rule = {
  children: [
    'Description?',
    'PlainTextContent?',
    'PlainTextSelection*',
    'Coding*',
    'NoteRef*',
    'VariableValue*',
  ],
  attributes: {
    guid: 'guid!',
    name: 'string',
    richTextPath: 'string',
    plainTextPath: 'string',
    ...created,
    ...modified,
  },
};

const rules: Readonly<Record<string, Rule>> = {
  Project: {
    children: [
      'Users?',
      'CodeBook?',
      'Variables?',
      'Cases?',
      'Sources?',
      'Notes?',
      'Links?',
      'Sets?',
      'Graphs?',
      'Description?',
      'NoteRef*',
    ],
    attributes: {
      name: 'string!',
      origin: 'string',
      creatingUserGUID: 'guid',
      creationDateTime: 'dateTime',
      modifyingUserGUID: 'guid',
      modifiedDateTime: 'dateTime',
      basePath: 'string',
    },
  },
  Users: { children: ['User+'] },
  User: { attributes: { guid: 'guid!', name: 'string', id: 'string' } },
  CodeBook: { children: ['Codes'] },
  Codes: { children: ['Code+'] },
  Code: {
    children: ['Description?', 'NoteRef*', 'Code*'],
    attributes: { guid: 'guid!', name: 'string!', isCodable: 'boolean!', color: 'colour' },
  },
  Variables: { children: ['Variable+'] },
  Variable: {
    children: ['Description?'],
    attributes: { guid: 'guid!', name: 'string!', typeOfVariable: 'variable!' },
  },
  VariableValue: { children: ['VariableRef', 'TextValue?'] },
  Cases: { children: ['Case+'] },
  Case: {
    children: ['Description?', 'CodeRef*', 'VariableValue*', 'SourceRef*', 'SelectionRef*'],
    attributes: { guid: 'guid!', name: 'string' },
  },
  Sources: { children: ['TextSource+'] },
  TextSource: textSource,
  PlainTextSelection: {
    children: ['Description?', 'Coding*', 'NoteRef*'],
    attributes: {
      guid: 'guid!',
      name: 'string',
      startPosition: 'integer!',
      endPosition: 'integer!',
      ...created,
      ...modified,
    },
  },
  Coding: { children: ['CodeRef', 'NoteRef*'], attributes: { guid: 'guid!', ...created } },
  Notes: { children: ['Note+'] },
  Note: textSource,
  Links: { children: ['Link+'] },
  Link: {
    children: ['NoteRef*'],
    attributes: {
      guid: 'guid!',
      name: 'string',
      direction: 'direction',
      color: 'colour',
      originGUID: 'guid',
      targetGUID: 'guid',
    },
  },
  Sets: { children: ['Set+'] },
  Set: {
    children: ['Description?', 'MemberCode*', 'MemberSource*', 'MemberNote*'],
    attributes: { guid: 'guid!', name: 'string!' },
  },
  Description: text,
  PlainTextContent: text,
  TextValue: text,
  CodeRef: reference,
  NoteRef: reference,
  SourceRef: reference,
  SelectionRef: reference,
  VariableRef: reference,
  MemberCode: reference,
  MemberSource: reference,
  MemberNote: reference,
};

const values: Readonly<Record<ValueType, RegExp>> = {
  string: /^/,
  guid: /^(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|\{[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\})$/i,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  boolean: /^(?:true|false|1|0)$/,
  integer: /^[+-]?\d+$/,
  colour: /^#(?:[\da-f]{6}|[\da-f]{3})$/i,
  direction: /^(?:Associative|OneWay|Bidirectional)$/,
  variable: /^(?:Text|Boolean|Integer|Float|Date|DateTime)$/,
};

/** Which elements a reference may lead to. */
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
  readonly textContent: string;
  readonly children: Iterable<XmlElement>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelectorAll(selector: string): Iterable<XmlElement>;
}

function orderProblems(
  name: string,
  expected: readonly string[],
  found: readonly string[],
): string[] {
  const spelt = found.map((child) => `${child},`).join('');
  const pattern = expected.map((child) => {
    const [, tag = child, many = ''] = /^(\w+)([?*+]?)$/.exec(child) ?? [];
    return `(?:${tag},)${many}`;
  });
  return new RegExp(`^${pattern.join('')}$`).test(spelt) ? [] : [`${name}: ${spelt}`];
}

function problemsOf(element: XmlElement, guids: ReadonlyMap<string, string>): string[] {
  const name = element.tagName;
  const rule = rules[name];
  if (rule === undefined) return [`${name} is not known`];
  const { children: expected = [], attributes = {}, words } = rule;
  const children = [...element.children];
  const given = [...element.attributes].filter((attribute) => attribute.name !== 'xmlns');
  const required = Object.entries(attributes).filter(([, type]) => type.endsWith('!'));
  const target = targets[name];
  const led = guids.get(element.getAttribute('targetGUID') ?? '');
  return [
    ...orderProblems(
      name,
      expected,
      children.map(({ tagName }) => tagName),
    ),
    ...required.filter(([key]) => !element.hasAttribute(key)).map(([key]) => `${name}: no ${key}`),
    ...given.flatMap(({ name: key, value }) => {
      const type = attributes[key]?.replace('!', '') as ValueType | undefined;
      if (type === undefined) return [`${name}: ${key} is not known`];
      return values[type].test(value) ? [] : [`${name}: ${key} is "${value}"`];
    }),
    ...(words === true || children.length > 0 || element.textContent.trim() === ''
      ? []
      : [`${name} holds words`]),
    ...(target === undefined || led === target ? [] : [`${name} leads to ${led ?? 'nothing'}`]),
    ...children.flatMap((child) => problemsOf(child, guids)),
  ];
}

/** What a `project.qde` says against the rules: order, attributes and their values, references. */
export function refiProblems(root: XmlElement): string[] {
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
  return [
    ...(root.getAttribute('xmlns') === 'urn:QDA-XML:project:1.0' ? [] : ['no namespace']),
    ...(guids.size === all.length ? [] : ['a guid is used twice']),
    ...texts.map(({ tagName }) => `${tagName}: a path and content, or neither`),
    ...users.map(({ tagName }) => `${tagName}: made by nobody`),
    ...problemsOf(root, guids),
  ];
}
