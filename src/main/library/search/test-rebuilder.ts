import { openContext } from '../open-context.ts';
import { testPorts } from '../test-library.ts';
import { searchHandlers } from './search.ts';

/** A child process that makes the index of a library again and tells how much is left, until it is killed. */
const [, , dir = ''] = process.argv;
const ports = testPorts();
const context = openContext(dir, ports, { emit: () => undefined });
const { background } = context;
searchHandlers({
  ...context,
  background: {
    ...background,
    start: (entry) =>
      background.start({
        ...entry,
        step: () => {
          entry.step();
          process.send?.(entry.left());
        },
      }),
  },
});
