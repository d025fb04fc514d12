import { methods } from '../../../../shared/contract/methods.ts';
import { parseInput, methodNamed } from '../../../../shared/contract/validate.ts';
import type { Command, Streams } from '../command.ts';
import { UsageError } from '../command-line.ts';

async function readInput(text: string | undefined, streams: Streams): Promise<unknown> {
  if (text === undefined) return {};
  const json = text === '-' ? await streams.readInput() : text;
  if (json.trim() === '') return {};
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The input is not JSON: ${reason}`);
  }
}

export const callCommand: Command = {
  usage: 'call METHOD [JSON | -]',
  summary: 'call any method of the contract; - reads its input from standard input',
  makesLibrary: true,
  options: [],
  arity: [1, 2],
  async run({ arguments: [name = '', text], streams, withLibrary }) {
    const method = methodNamed(name);
    const input = await readInput(text, streams);
    parseInput(method, input);
    return withLibrary(methods[method].kind === 'query' ? 'read' : 'write', async (client) => {
      const value = await client.call(method, input as never);
      return { value, text: JSON.stringify(value, null, 2) };
    });
  },
};
