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

/** UTF-16 units of a call that may outlive its page: browsers allow such calls 64 KB in all. */
const outlivesPage = 20_000;

/** True while the page is left, or asked whether it may be: what is called then is its last word. */
let leaving = false;
for (const event of ['beforeunload', 'pagehide']) {
  window.addEventListener(event, () => {
    leaving = true;
    setTimeout(() => (leaving = false));
  });
}

async function post(method: string, input: unknown, signal?: AbortSignal): Promise<Answer> {
  try {
    const body = JSON.stringify(input);
    const response = await fetch(`api/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: leaving && body.length < outlivesPage,
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
