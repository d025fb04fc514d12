import { answerSchema, type Answer } from '../../shared/contract/answer.ts';
import { eventSchema } from '../../shared/contract/events.ts';
import type { Transport } from './transport.ts';

const unreachable: Answer = {
  ok: false,
  error: {
    code: 'library-stopped',
    message: 'Attache does not answer. Start it again, then reload this page.',
  },
};

async function post(method: string, input: unknown, signal?: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(`api/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
      signal: signal ?? null,
    });
    const answer = answerSchema.safeParse(await response.json());
    return answer.success ? answer.data : unreachable;
  } catch {
    return unreachable;
  }
}

/** The loopback server: one POST per call, one event stream. */
export const httpTransport: Transport = {
  call: post,
  on(listener, missed) {
    const source = new EventSource('events');
    // Also the first time: what changed between the page's first questions and now was not told.
    source.addEventListener('open', missed);
    source.addEventListener('message', ({ data }) => {
      const event = eventSchema.safeParse(JSON.parse(String(data)));
      if (event.success) listener(event.data);
    });
    return () => source.close();
  },
};
