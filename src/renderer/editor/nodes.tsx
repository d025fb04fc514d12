import {
  $getNodeByKey,
  DecoratorNode,
  type EditorConfig,
  type LexicalEditor,
  type NodeKey,
  type SerializedLexicalNode,
} from 'lexical';
import type { ReactNode } from 'react';
import { CitationMark } from './CitationMark.tsx';
import { GapMark, JudgementMark } from './JudgementMark.tsx';
import { stanceOf, type Stance } from '../../shared/model/stance.ts';

type SerializedCitation = SerializedLexicalNode & { annotationId: string; stance?: Stance };

const inlineElement = (): HTMLElement => {
  const element = document.createElement('span');
  element.contentEditable = 'false';
  return element;
};

/** A live reference to a passage: the annotation's id, and how it bears on the sentence. */
export class CitationNode extends DecoratorNode<ReactNode> {
  private readonly annotationId: string;
  private stance: Stance | undefined;

  static override getType(): string {
    return 'citation';
  }

  static override clone(node: CitationNode): CitationNode {
    return new CitationNode(node.annotationId, node.stance, node.getKey());
  }

  static override importJSON(json: SerializedCitation): CitationNode {
    return new CitationNode(json.annotationId, stanceOf(json.stance));
  }

  constructor(annotationId = '', stance?: Stance, key?: NodeKey) {
    super(key);
    this.annotationId = annotationId;
    this.stance = stance;
  }

  override exportJSON(): SerializedCitation {
    const stance = this.getStance();
    return {
      type: 'citation',
      version: 1,
      annotationId: this.getAnnotationId(),
      ...(stance === undefined ? {} : { stance }),
    };
  }

  getStance(): Stance | undefined {
    return this.getLatest().stance;
  }

  setStance(stance: Stance | undefined): void {
    this.getWritable().stance = stance;
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

  override decorate(editor: LexicalEditor, _config: EditorConfig): ReactNode {
    return (
      <CitationMark
        annotationId={this.annotationId}
        stance={this.stance}
        onStance={(stance) =>
          editor.update(() => {
            const node = $getNodeByKey(this.getKey());
            if (node instanceof CitationNode) node.setStance(stance);
          })
        }
      />
    );
  }
}

/** A point in the text that says something of the sentence before it, and holds nothing. */
abstract class MarkerNode extends DecoratorNode<ReactNode> {
  override exportJSON(): SerializedLexicalNode {
    return { type: this.getType(), version: 1 };
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
}

/** Says that the sentence before it is the writer's own judgement. */
export class JudgementNode extends MarkerNode {
  static override getType(): string {
    return 'judgement';
  }

  static override clone(node: JudgementNode): JudgementNode {
    return new JudgementNode(node.getKey());
  }

  static override importJSON(): JudgementNode {
    return new JudgementNode();
  }

  override decorate(): ReactNode {
    return <JudgementMark />;
  }
}

/** Says that the sentence before it names an open information gap. */
export class GapNode extends MarkerNode {
  static override getType(): string {
    return 'gap';
  }

  static override clone(node: GapNode): GapNode {
    return new GapNode(node.getKey());
  }

  static override importJSON(): GapNode {
    return new GapNode();
  }

  override decorate(): ReactNode {
    return <GapMark />;
  }
}
