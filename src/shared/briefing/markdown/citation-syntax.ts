import type { Literal, PhrasingContent } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Options as ToMarkdown } from 'mdast-util-to-markdown';
import { stanceOf, type Stance } from '../../model/stance.ts';
import type { Code, Construct, Extension as Syntax, State } from 'micromark-util-types';

/**
 * `[@id]`, `[@id, contradicts]` or `[@id; @id]`, as pandoc writes citations, and `[@id, @id]`, as
 * people do. `value` is what stands between the brackets.
 */
interface CitationLiteral extends Literal {
  type: 'citation';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: CitationLiteral;
  }
  interface RootContentMap {
    citation: CitationLiteral;
  }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation';
  }
}

const codes = { open: 91, close: 93, at: 64, comma: 44, semicolon: 59, space: 32 } as const;

/** Letters, digits, `-`, `.`, `:` and `_`: what an annotation's id may hold. */
const isIdCode = (code: Code): boolean =>
  code !== null && code > 0 && /[\p{L}\p{N}._:-]/u.test(String.fromCodePoint(code));

const construct: Construct = {
  name: 'citation',
  tokenize(effects, ok, nok) {
    const open: State = (code) => {
      effects.enter('citation');
      effects.consume(code);
      return at;
    };
    const at: State = (code) => {
      if (code === codes.space) {
        effects.consume(code);
        return at;
      }
      if (code !== codes.at) return nok(code);
      effects.consume(code);
      return first;
    };
    const first: State = (code) => (isIdCode(code) ? id(code) : nok(code));
    const id: State = (code) => {
      if (isIdCode(code)) {
        effects.consume(code);
        return id;
      }
      if (code === codes.comma) {
        effects.consume(code);
        return afterComma;
      }
      return end(code);
    };
    const afterComma: State = (code) => {
      if (code === codes.space) {
        effects.consume(code);
        return afterComma;
      }
      return code === codes.at ? at(code) : suffix(code);
    };
    const suffix: State = (code) => {
      if (code === codes.space || isIdCode(code)) {
        effects.consume(code);
        return suffix;
      }
      return end(code);
    };
    const end: State = (code) => {
      if (code === codes.semicolon) {
        effects.consume(code);
        return at;
      }
      if (code !== codes.close) return nok(code);
      effects.consume(code);
      effects.exit('citation');
      return ok;
    };
    return open;
  },
};

/** For micromark: a bracket that opens a citation wins over one that opens a link. */
export const citationSyntax: Syntax = { text: { [codes.open]: construct } };

export const citationFromMarkdown: FromMarkdown = {
  enter: {
    citation(token) {
      const value = this.sliceSerialize(token).slice(1, -1);
      this.enter({ type: 'citation', value }, token);
    },
  },
  exit: {
    citation(token) {
      this.exit(token);
    },
  },
};

export const citationToMarkdown: ToMarkdown = {
  handlers: { citation: (node: CitationLiteral) => `[${node.value}]` },
};

/** What a citation in Markdown names, and how that bears on the sentence where it says so. */
export interface CitedName {
  readonly id: string;
  readonly stance?: Stance;
}

/** The names in the literal, in order; a suffix that is no stance is passed over. */
export const citedNames = (value: string): CitedName[] =>
  value.split(/;|,(?= *@)/u).map((part) => {
    const [id = '', suffix = ''] = part.split(',');
    const stance = stanceOf(suffix.trim());
    const name = id.trim().slice(1);
    return stance === undefined ? { id: name } : { id: name, stance };
  });

export const citationLiteral = (id: string, stance?: Stance): PhrasingContent => ({
  type: 'citation',
  value: stance === undefined ? `@${id}` : `@${id}, ${stance}`,
});
