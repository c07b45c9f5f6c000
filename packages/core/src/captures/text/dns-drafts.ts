import type { Line } from '../../bundle/line.ts';
import { scopeOf } from '../../facts/ip-scope.ts';
import type { Command } from '../capture.ts';
import { addDnsLine } from './add-dns-line.ts';
import { isShort } from './dns-command.ts';
import { beginsLookup, newDnsDraft, type DnsDraft } from './dns-draft.ts';
import { splitDnsLine, type CollapsedLookup } from './dns-layout.ts';
import { bareName, readDnsLine, type ReadDnsLine } from './dns-line.ts';

/** Lookups in the order of the text; one ends where the next one's first line stands. */
export function* draftsOf(lines: Iterable<Line>, command: Command | undefined): Generator<DnsDraft, void, undefined> {
  const state: State = { draft: undefined, headless: false };
  for (const line of lines) {
    const collapsed = splitDnsLine(line.text);
    const said = collapsed === undefined ? saidIn(line.text, command) : undefined;
    state.headless =
      line.number === 1 ? isCut(collapsed ?? said, line.text) : state.headless && state.draft === undefined;
    if (state.draft && begins(state.draft, collapsed ?? said)) {
      yield state.draft;
      state.draft = undefined;
    }
    if (collapsed !== undefined) yield collapsedDraft(line, collapsed);
    else take(state, said, line);
  }
  if (state.draft !== undefined) yield state.draft;
}

interface State {
  draft: DnsDraft | undefined;
  /** The file begins inside a line. */
  headless: boolean;
}

type Said = CollapsedLookup | ReadDnsLine | undefined;

const begins = (draft: DnsDraft, said: Said): boolean =>
  said !== undefined && (!('is' in said) || beginsLookup(draft, said));

/** Whether the first line of a file is what a cut left of one: only host begins with an alias. */
const isCut = (said: Said, text: string): boolean =>
  said === undefined ||
  /^\s*canonical name = /.test(text) ||
  ('is' in said && (said.is === 'lone' || (said.is === 'alias' && said.client !== 'host')));

const take = (state: State, said: ReadDnsLine | undefined, line: Line): void => {
  if (said === undefined) {
    if (state.draft === undefined) return;
    if (line.text.trim() === '') state.draft.parted = true;
    else state.draft.garbled = true;
    return;
  }
  if (state.draft !== undefined && /^\s*-{3,40}\s*$/.test(line.text)) state.draft.parted = true;
  if (state.draft === undefined && (said.is === 'noise' || said.is === 'lone')) return;
  state.draft ??= { ...newDnsDraft(line), headless: state.headless };
  addDnsLine(state.draft, said, line);
};

/** `dig +short` prints bare values: names are links of the chain, addresses its end. */
const saidIn = (text: string, command: Command | undefined): ReadDnsLine | undefined => {
  const said = readDnsLine(text);
  if (said?.is !== 'lone' || !isShort(command)) return said;
  if (scopeOf(said.value) !== undefined) return { is: 'resolved', name: '', address: said.value, client: 'dig' };
  return { is: 'aliases', names: [bareName(said.value)], client: 'dig' };
};

const collapsedDraft = (line: Line, { asked, parts, ...vantage }: CollapsedLookup): DnsDraft => {
  const draft = newDnsDraft(line);
  draft.vantage = vantage;
  if (asked !== undefined) draft.asked = bareName(asked);
  for (const part of parts) {
    const said = readDnsLine(part);
    if (said !== undefined) addDnsLine(draft, said, line);
  }
  return draft;
};
