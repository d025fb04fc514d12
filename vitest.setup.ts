import fc from 'fast-check';

/**
 * Property tests draw the same examples for everybody, so that a red run is red for a reason in
 * the change. `npm run torture` and `ATTACHE_SEED=random` explore; a failure prints its seed.
 */
const wanted = process.env['ATTACHE_SEED'] ?? '20261122';
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
