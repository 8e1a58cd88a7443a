import { defineConfig } from 'vitest/config';
export default defineConfig({ root: '/work/main', test: { include: ['tests/site/reproductible.test.ts'], testTimeout: 60000 } });
