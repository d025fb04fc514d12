import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll } from 'vitest';
import { documentHandlers } from '../../documents/documents.ts';
import { testNotebook } from '../../documents/test-notebook.ts';
import { exportHandlers } from '../export.ts';

/** Words that every format could take for its own. */
export const hostile = '<script>alert(1)</script> & "B"\u0000\u0007';

type Exports = ReturnType<typeof exportHandlers>;

/** A notebook to export from, open until `dispose`. */
export class Desk {
  readonly notebook = testNotebook();
  readonly documents = documentHandlers(this.notebook.context);
  readonly exports: Exports = exportHandlers(this.notebook.context);

  dispose(): void {
    this.notebook.dispose();
  }

  /** A briefing that cites three passages of two articles four times, one of them deleted. */
  async write(title = 'Harbour week') {
    const { notebook } = this;
    const harbour = notebook.addArticle({
      title: `Piers ${hostile}`,
      outlet: 'The Daily Quay',
      issued: '2031-04-02',
      url: 'https://quay.example/piers?a=1&b=2',
      text: `Long before. The mayor said “we open on Monday” and left. ${hostile} Long after.`,
    });
    const island = notebook.addArticle({
      title: '島の船',
      outlet: '島日報',
      text: '船は出た。誰も来なかった。',
      url: 'javascript:alert(1)',
    });
    const said = notebook.annotate(harbour, 'The mayor said “we open on Monday”');
    const boat = notebook.annotate(island, '船は出た');
    const lost = notebook.annotate(island, '誰も来なかった');
    const { id } = await this.documents['briefings.create']({
      title,
      markdown: [
        '## Bottom line',
        `The port **opens** on Monday.[@${said}] The boat left.[@${boat}][@${said}] We think so.[@judgement]`,
        `- One [link](https://quay.example/)\n  - Inner ${hostile.replaceAll('\u0000', '')}[@${lost}]`,
        '| Who | Says |\n|-|-|\n| Mayor | *Yes* |',
        '[bad](javascript:alert(2))',
      ].join('\n\n'),
    });
    notebook.removeAnnotation(lost);
    return { id, harbour, island };
  }

  /** A briefing as the bytes of a file. */
  async bytes(input: Parameters<Exports['export.briefing']>[0]) {
    const file = await this.exports['export.briefing'](input);
    if (!('base64' in file)) throw new Error('expected bytes');
    return { name: file.name, data: Buffer.from(file.base64, 'base64') };
  }
}

/** One desk for the tests of a file, which only read what is on it. */
export function sharedDesk(): { readonly desk: Desk; readonly id: string } {
  const shared: { desk: Desk; id: string } = { desk: undefined as unknown as Desk, id: '' };
  beforeAll(async () => {
    shared.desk = new Desk();
    shared.id = (await shared.desk.write()).id;
  });
  afterAll(() => shared.desk.dispose());
  return shared;
}

/** Whether a program that reads exports back is installed. */
export const isInstalled = (program: 'pandoc' | 'soffice'): boolean =>
  spawnSync(program, ['--version']).status === 0;
