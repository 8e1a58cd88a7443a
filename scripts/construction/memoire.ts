/**
 * Asks the allocator of Vite's bundler (mimalloc) to give back at once what it no longer uses. Read when the bundler is
 * loaded, hence a module of its own, imported before Astro. It keeps sixty to eighty MiB less while pages are made.
 */
process.env.MIMALLOC_PURGE_DELAY ??= '0';
