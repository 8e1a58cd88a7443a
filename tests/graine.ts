import fc from 'fast-check';

/** Fixes the seed of property tests, so that every run tries the same cases; `GRAINE=n` tries others. */
fc.configureGlobal({ seed: Number(process.env.GRAINE ?? 20_181_218) });
