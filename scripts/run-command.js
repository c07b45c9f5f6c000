// @ts-check
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a Node script and resolves to its exit code and what it printed; with `show` it prints to our own streams.
 * @param {readonly string[]} args script and arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(args, options = {}) {
  return run(process.execPath, args, options);
}

/**
 * Runs npm: the one we run under, where there is one.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function runNpm(args, options = {}) {
  const npm = process.env['npm_execpath'];
  if (npm !== undefined && /npm-cli\.[cm]?js$/.test(npm)) return runNode([npm, ...args], options);
  // npm is a .cmd file on Windows, which only a shell starts; every argument is one of ours.
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * Runs pnpm in the version that package.json names, which npm fetches where it is not there yet.
 * @param {string} version
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 */
export const runPnpm = (version, args, options = {}) =>
  runNpm(['exec', '--yes', `--package=pnpm@${version}`, '--', 'pnpm', ...args], options);

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, shell?: boolean }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command, args, { cwd = ROOT, env = process.env, show = false, shell = false }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    const release = show ? outliveSignals(child) : () => {};
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 70, output: `${command}: ${error.message}\n` }));
    child.on('close', (code, signal) => {
      release();
      resolve({ code: code ?? SIGNAL_CODES.get(signal ?? '') ?? 70, output });
    });
  });
}

const SIGNAL_CODES = new Map([
  ['SIGINT', 130],
  ['SIGTERM', 143],
]);

/**
 * A Ctrl-C reaches the whole process group: the child answers it, and its exit code is what counts. A SIGTERM reaches
 * only us and is handed on.
 * @param {import('node:child_process').ChildProcess} child
 */
function outliveSignals(child) {
  const wait = () => {};
  const handOn = () => child.kill('SIGTERM');
  process.on('SIGINT', wait);
  process.on('SIGTERM', handOn);
  return () => {
    process.off('SIGINT', wait);
    process.off('SIGTERM', handOn);
  };
}
