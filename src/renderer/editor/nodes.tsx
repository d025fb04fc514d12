import {
  DecoratorNode,
  type EditorConfig,
  type LexicalEditor,
  type NodeKey,
  type SerializedLexicalNode,
} from 'lexical';
import type { ReactNode } from 'react';
import { CitationMark } from './CitationMark.tsx';
import { JudgementMark } from './JudgementMark.tsx';

type SerializedCitation = SerializedLexicalNode & { annotationId: string };

const inlineElement = (): HTMLElement => {
  const element = document.createElement('span');
  element.contentEditable = 'false';
  return element;
};

/** A live reference to a passage: it holds the annotation's id and nothing else. */
export class CitationNode extends DecoratorNode<ReactNode> {
  private readonly annotationId: string;

  static override getType(): string {
    return 'citation';
  }

  static override clone(node: CitationNode): CitationNode {
    return new CitationNode(node.annotationId, node.getKey());
  }

  static override importJSON(json: SerializedCitation): CitationNode {
    return new CitationNode(json.annotationId);
  }

  constructor(annotationId = '', key?: NodeKey) {
    super(key);
    this.annotationId = annotationId;
  }

  override exportJSON(): SerializedCitation {
    return { type: 'citation', version: 1, annotationId: this.getAnnotationId() };
  }

  getAnnotationId(): string {
    return this.getLatest().annotationId;
  }

  override createDOM(): HTMLElement {
    return inlineElement();
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): true {
    return true;
  }

  override decorate(_editor: LexicalEditor, _config: EditorConfig): ReactNode {
    return <CitationMark annotationId={this.annotationId} />;
  }
}

/** Says that the sentence before it is the writer's own judgement. */
export class JudgementNode extends DecoratorNode<ReactNode> {
  static override getType(): string {
    return 'judgement';
  }

  static override clone(node: JudgementNode): JudgementNode {
    return new JudgementNode(node.getKey());
  }

  static override importJSON(_json: SerializedLexicalNode): JudgementNode {
    return new JudgementNode();
  }

  override exportJSON(): SerializedLexicalNode {
    return { type: 'judgement', version: 1 };
  }

  override createDOM(): HTMLElement {
    return inlineElement();
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): true {
    return true;
  }

  override decorate(_editor: LexicalEditor, _config: EditorConfig): ReactNode {
    return <JudgementMark />;
  }
}
