import { defineConfig } from 'vitest/config';

const conditions = ['@referto/source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/rules/*.test.ts', 'fixtures/**/*.test.ts'],
    testTimeout: 120_000,
    maxWorkers: '100%',
  },
});
