import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import type { LibraryEvent } from '../../../shared/contract/events.ts';
import { eventStreams } from './event-stream.ts';

/** A response whose page has left `waiting` bytes unread. */
class Page extends EventEmitter {
  readonly written: string[] = [];
  destroyed = false;
  readonly writableLength: number;
  constructor(waiting: number) {
    super();
    this.writableLength = waiting;
  }
  writeHead(): void {}
  write(text: string): void {
    this.written.push(text);
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

test('a page that reads no more is dropped, and does not grow in memory; others are told', () => {
  let tell: (event: LibraryEvent) => void = () => undefined;
  const streams = eventStreams({
    call: () => Promise.resolve(),
    on: (listener) => {
      tell = listener;
      return () => undefined;
    },
    close: () => Promise.resolve(),
  });
  const [reads, stopped] = [new Page(0), new Page(2 * 1024 * 1024)];
  for (const page of [reads, stopped]) streams.open(page as unknown as ServerResponse);
  for (let n = 0; n < 3; n += 1) tell({ type: 'changed', topics: ['articles'] });
  expect([reads.destroyed, stopped.destroyed]).toEqual([false, true]);
  expect([reads.written.length, stopped.written.length]).toEqual([4, 1]);
  streams.close();
  expect(reads.destroyed).toBe(true);
});
