// @ts-check
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { rolldown } from 'rolldown';
import { ROOT } from './run-command.js';

const ENTRIES = {
  core: 'packages/core/dist/index.js',
  reporters: 'packages/core/dist/reporters/index.js',
  rules: 'packages/rules/dist/index.js',
};

/** What keeps the packages from running in a browser: modules of Node in the bundle, or a run that fails without them. */
export async function checkBrowserBundle() {
  const complaints = [];
  const context = createContext({ TextDecoder, TextEncoder, URL, AbortController, queueMicrotask }, NO_CODE_FROM_TEXT);
  for (const [name, file] of Object.entries(ENTRIES)) {
    const { code, imports } = await bundle(name, file);
    if (imports.length > 0) complaints.push(`${file} asks a browser for ${imports.join(', ')}`);
    else complaints.push(...run(name, code, context));
  }
  return complaints.length > 0 ? complaints : diagnose(context);
}

const NO_CODE_FROM_TEXT = { codeGeneration: { strings: false, wasm: false } };

/** @param {string} name @param {string} file */
async function bundle(name, file) {
  const missing = new Set();
  const built = await rolldown({
    input: join(ROOT, file),
    platform: 'browser',
    onLog: (_level, log) => {
      if (log.code === 'UNRESOLVED_IMPORT') missing.add(log.message);
    },
  });
  const { output } = await built.generate({ format: 'iife', name });
  await built.close();
  const [chunk] = output;
  return { code: chunk.code, imports: [...chunk.imports, ...missing] };
}

function run(name, code, context) {
  try {
    new Script(code, { filename: `${name}.js` }).runInContext(context);
    return [];
  } catch (error) {
    return [`${name} fails where there is no Node: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

/** Reads a capture in the bundle, where neither Node nor code made of text is at hand. */
async function diagnose(context) {
  const text = 'NAME    READY   STATUS    RESTARTS   AGE\napi-0   1/1     Running   0          4d\n';
  const facts = new Script(`core.readFacts(${JSON.stringify(text)})`).runInContext(context);
  return facts.length === 1 && facts[0].kind === 'pod' ? [] : ['readFacts reads nothing in a browser'];
}
