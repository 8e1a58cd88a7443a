import fc from 'fast-check';

/** Property tests draw the same cases each time, so that a run says the same as the last; `GRAINE=n` draws others. */
fc.configureGlobal({ seed: Number(process.env.GRAINE ?? 20_181_218) });
