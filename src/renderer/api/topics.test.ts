import { describe, expect, it } from 'vitest';
import { contentTopics, type Topic } from '../../shared/contract/events.ts';
import { methods, type Method } from '../../shared/contract/methods.ts';
import { isStale } from './topics.ts';

describe('stale answers', () => {
  it('are those made of what changed', () => {
    expect(isStale('articles.list', ['annotations'])).toBe(true);
    expect(isStale('articles.list', ['settings'])).toBe(false);
    expect(isStale('history.list', ['actors'])).toBe(true);
    expect(isStale('styles.list', ['articles'])).toBe(false);
  });

  it('of a room follow the topic of its own name', () => {
    const reading = (Object.keys(methods) as Method[]).filter((name) => /\.(list|get)$/.test(name));
    for (const topic of [...contentTopics, 'searches', 'settings'] satisfies Topic[]) {
      for (const name of reading.filter((method) => method.startsWith(`${topic}.`))) {
        expect([name, isStale(name, [topic])]).toEqual([name, true]);
      }
    }
  });
});
