import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

  it('saves nothing when nothing changed', async () => {
    const { saved, autosave } = saver();
    await autosave.flush();
    await pause();
    expect(saved).toEqual([]);
  });
});
