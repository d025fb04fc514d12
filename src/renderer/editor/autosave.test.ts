import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentFromMarkdown } from '../../shared/briefing/markdown/read.ts';
import { AttacheError } from '../../shared/contract/errors.ts';
import { Autosave, autosaveDelayMs, longestDelayMs, type Draft, type Save } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function saver(...failures: (AttacheError | null)[]) {
  const saved: { draft: Draft; revision: number | undefined }[] = [];
  let revision = 1;
  const save: Save = async (draft, based) => {
    const failure = failures.shift() ?? null;
    if (failure !== null) throw failure;
    saved.push({ draft, revision: based });
    revision += 1;
    return { revision };
  };
  return { saved, autosave: new Autosave(save, 1) };
}

const pause = () => vi.advanceTimersByTimeAsync(autosaveDelayMs);

describe('autosave', () => {
  it('saves once after a pause, with everything that changed', async () => {
    const { saved, autosave } = saver();
    autosave.change({ title: 'A' });
    autosave.change({ title: 'B' });
    expect(autosave.dirty).toBe(true);
    await pause();
    expect(saved).toEqual([{ draft: { title: 'B' }, revision: 1 }]);
    expect(autosave.state.kind).toBe('saved');
    expect(autosave.dirty).toBe(false);
    autosave.change({ title: 'C' });
    await pause();
    expect(saved.at(-1)).toEqual({ draft: { title: 'C' }, revision: 2 });
  });

  it('saves what somebody writes who never rests', async () => {
    const { saved, autosave } = saver();
    for (let written = 0; written <= longestDelayMs; written += 100) {
      autosave.change({ title: `${written}` });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved).toHaveLength(1);
  });

  it('tells what is in no library yet, also while it is being saved', async () => {
    let answer = () => {};
    const autosave = new Autosave(
      () => new Promise((done) => (answer = () => done({ revision: 2 }))),
      1,
    );
    autosave.change({ title: 'A' });
    const saving = autosave.flush();
    expect(autosave.unsaved).toEqual({ title: 'A' });
    answer();
    await saving;
    expect(autosave.unsaved).toEqual({});
  });

  it('is over for everybody who waits only when everything is saved', async () => {
    const answers: (() => void)[] = [];
    let revision = 1;
    const autosave = new Autosave(
      () => new Promise((done) => answers.push(() => done({ revision: (revision += 1) }))),
      revision,
    );
    autosave.change({ title: 'A' });
    const first = autosave.flush();
    autosave.change({ title: 'B' });
    const over: string[] = [];
    const waiting = ['timer', 'window'].map((name) => autosave.flush().then(() => over.push(name)));
    answers[0]?.();
    await first;
    await pause();
    expect(answers).toHaveLength(2);
    expect(over).toEqual([]);
    answers[1]?.();
    await Promise.all(waiting);
    expect(autosave.dirty).toBe(false);
    expect(answers).toHaveLength(2);
  });

  it('lets everybody write as long again after a save as before it', async () => {
    const { saved, autosave } = saver();
    const write = async (title: string) => {
      for (let written = 0; written < longestDelayMs - autosaveDelayMs; written += 100) {
        autosave.change({ title });
        await vi.advanceTimersByTimeAsync(100);
      }
    };
    await write('A');
    expect(saved).toHaveLength(0);
    await pause();
    await write('B');
    expect(saved.map(({ draft }) => draft.title)).toEqual(['A']);
  });

  it('sends what was written while a save failed, not what that save held', async () => {
    const answers: PromiseWithResolvers<{ revision: number }>[] = [];
    const drafts: Draft[] = [];
    const autosave = new Autosave((draft) => {
      drafts.push(draft);
      const answer = Promise.withResolvers<{ revision: number }>();
      answers.push(answer);
      return answer.promise;
    }, 1);
    autosave.change({ title: 'A' });
    const failing = autosave.flush();
    autosave.change({ title: 'B' });
    answers[0]?.reject(new AttacheError('disk-full', 'The disk is full.'));
    await failing;
    expect(autosave.unsaved).toEqual({ title: 'B' });
    const saving = autosave.flush();
    answers[1]?.resolve({ revision: 2 });
    await saving;
    expect(drafts).toEqual([{ title: 'A' }, { title: 'B' }]);
  });

  it('knows the content the library has after each save', async () => {
    const { autosave } = saver(null, new AttacheError('disk-full', 'The disk is full.'));
    const one = contentFromMarkdown('One.');
    const two = contentFromMarkdown('Two.');
    expect(autosave.base).toBeNull();
    autosave.change({ content: one });
    await pause();
    expect(autosave.base).toBe(one);
    autosave.change({ content: two });
    await pause();
    expect(autosave.base).toBe(one);
  });

  it('keeps what a failed save held and sends it with the next', async () => {
    const { saved, autosave } = saver(new AttacheError('disk-full', 'The disk is full.'));
    autosave.change({ title: 'A' });
    await pause();
    expect(autosave.state).toEqual({ kind: 'failed', reason: 'The disk is full.' });
    expect(autosave.dirty).toBe(true);
    await autosave.flush();
    expect(saved).toEqual([{ draft: { title: 'A' }, revision: 1 }]);
  });

  it('saves nothing after a conflict until the person decides', async () => {
    const { saved, autosave } = saver(new AttacheError('conflict', 'Changed elsewhere.'));
    autosave.change({ title: 'A' });
    await pause();
    autosave.change({ title: 'B' });
    await pause();
    await autosave.flush();
    expect(autosave.state.kind).toBe('conflict');
    expect(saved).toEqual([]);
    await autosave.overwrite();
    expect(saved).toEqual([{ draft: { title: 'B' }, revision: undefined }]);
    expect(autosave.state.kind).toBe('saved');
  });

  it('saves after a conflict what was made of both, not the words from before it', async () => {
    const [mine, theirs, both] = ['Mine.', 'Theirs.', 'Theirs. Mine.'].map(contentFromMarkdown);
    if (mine === undefined || theirs === undefined || both === undefined) throw new Error('Three.');
    const { saved, autosave } = saver(new AttacheError('conflict', 'Changed elsewhere.'));
    autosave.change({ content: mine });
    await pause();
    autosave.resolve(7, theirs, both);
    await autosave.flush();
    expect(saved).toEqual([{ draft: { content: both }, revision: 7 }]);
    expect(autosave.base).toBe(both);
  });

  it('saves nothing when nothing changed', async () => {
    const { saved, autosave } = saver();
    await autosave.flush();
    await pause();
    expect(saved).toEqual([]);
  });
});
