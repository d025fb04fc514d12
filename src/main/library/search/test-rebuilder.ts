import { OriginalsLog } from '../articles/originals-log.ts';
import { createBackground } from '../background.ts';
import { openStorage } from '../storage/open.ts';
import { testPorts } from '../test-library.ts';
import { searchHandlers } from './search.ts';

/** A child process that makes the index of a library again and tells how much is left, until it is killed. */
const [, , dir = ''] = process.argv;
const ports = testPorts({ parse: () => Promise.reject(new Error('Nothing is parsed here.')) });
const emit = () => undefined;
const storage = openStorage(dir, { now: ports.now, emit });
const background = createBackground(emit);
searchHandlers({
  ...ports,
  ...storage,
  dir,
  emit,
  originalsLog: new OriginalsLog(dir),
  background: {
    ...background,
    start: (entry) =>
      background.start({
        ...entry,
        step: (tell) => {
          entry.step(tell);
          process.send?.(entry.left());
        },
      }),
  },
});
