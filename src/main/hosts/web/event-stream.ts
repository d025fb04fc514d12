import type { ServerResponse } from 'node:http';
import type { Library } from '../../library/library.ts';

const heartbeatMs = 25_000;
/** A page that reads no more is dropped here; its browser connects again and it asks afresh. */
const maximumBacklog = 1024 * 1024;

export interface EventStreams {
  /**
   * Keeps `response` open as a server-sent event stream of the library's events; ends it where only
   * its headers are asked for.
   */
  open(response: ServerResponse, headersOnly?: boolean): void;
  close(): void;
}

export function eventStreams(library: Library): EventStreams {
  const streams = new Set<ServerResponse>();
  const send = (text: string) => {
    for (const stream of streams) {
      if (stream.writableLength > maximumBacklog) stream.destroy();
      else stream.write(text);
    }
  };
  const stopListening = library.on((event) => send(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  return {
    open(response, headersOnly = false) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
      if (headersOnly) return void response.end();
      response.write('retry: 1000\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
    },
    close() {
      clearInterval(heartbeat);
      stopListening();
      for (const stream of streams) stream.destroy();
    },
  };
}
