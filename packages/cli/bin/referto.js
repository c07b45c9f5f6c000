#!/usr/bin/env node
// What a process leaves behind that dies, or waits for what never comes; only a report that was written clears it.
process.exitCode = 70;

const stop = new AbortController();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(signal, () => {
    stop.abort(code);
    setTimeout(() => process.exit(code), 2000).unref();
  });
}

const fault = (error) => {
  process.stderr.write(`referto: internal fault: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(70);
};
process.on('uncaughtException', fault);
process.on('unhandledRejection', fault);

const { stdin, stdout, stderr, env } = process;
import('../bundle/main.js')
  .then(({ main }) => main(process.argv.slice(2), { stdin, stdout, stderr, env, signal: stop.signal }))
  .then((code) => {
    process.exitCode = code;
    // A terminal or pipe we no longer read from would keep the process alive.
    stdin.unref?.();
  })
  .catch(fault);
