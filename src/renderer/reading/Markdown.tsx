import type { Nodes } from 'mdast';
import { useMemo, type ReactNode } from 'react';
import { parseMarkdown } from '../../shared/text/parse-markdown.ts';
import { classNames } from '../ui/class-names.ts';
import css from './Markdown.module.css';

export interface MarkdownProps {
  readonly source: string;
  readonly className?: string | undefined;
}

/** Plain Markdown as elements. HTML in it is shown as it was written, addresses lead nowhere. */
export function Markdown({ source, className }: MarkdownProps) {
  const tree = useMemo(() => parseMarkdown(source), [source]);
  return <div className={classNames(css.markdown, className)}>{tree.children.map(element)}</div>;
}

function element(node: Nodes): ReactNode {
  const key = node.position?.start.offset;
  const inner = () => ('children' in node ? node.children.map(element) : null);
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'emphasis':
      return <em key={key}>{inner()}</em>;
    case 'strong':
      return <strong key={key}>{inner()}</strong>;
    case 'inlineCode':
      return <code key={key}>{node.value}</code>;
    case 'break':
      return <br key={key} />;
    case 'link':
      return (
        <span key={key} title={node.url}>
          {inner()}
        </span>
      );
    case 'heading':
      return (
        <p key={key}>
          <strong>{inner()}</strong>
        </p>
      );
    case 'paragraph':
      return <p key={key}>{inner()}</p>;
    case 'blockquote':
      return <blockquote key={key}>{inner()}</blockquote>;
    case 'code':
      return <pre key={key}>{node.value}</pre>;
    case 'thematicBreak':
      return <hr key={key} />;
    case 'list':
      return node.ordered === true ? (
        <ol key={key} start={node.start ?? 1}>
          {inner()}
        </ol>
      ) : (
        <ul key={key}>{inner()}</ul>
      );
    case 'listItem':
      return <li key={key}>{inner()}</li>;
    case 'image':
    case 'imageReference':
      return node.alt;
    case 'root':
    case 'linkReference':
    case 'delete':
    case 'table':
    case 'tableRow':
    case 'tableCell':
    case 'footnoteDefinition':
      return inner();
    case 'definition':
    case 'footnoteReference':
    case 'yaml':
      return null;
  }
}
