import { Readable, Writable } from 'node:stream';
import { main } from './main.ts';

/** Runs the program in this process and gives what it wrote. */
export async function runMain(
  argv: readonly string[],
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const [stdout, stderr] = [collector(), collector()];
  const stdin = Object.assign(Readable.from([]), { isTTY: false });
  const code = await main(argv, { stdin, stdout, stderr, env: {} });
  return { code, out: stdout.text(), err: stderr.text() };
}

function collector(): Writable & { readonly text: () => string } {
  const chunks: Buffer[] = [];
  const write = (chunk: Buffer, _encoding: string, done: () => void): void => {
    chunks.push(chunk);
    done();
  };
  return Object.assign(new Writable({ write }), { text: () => Buffer.concat(chunks).toString() });
}
