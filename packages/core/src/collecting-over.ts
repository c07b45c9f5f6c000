import { collectCommands } from './captures/collect-commands.ts';
import { joinCommands, joinKey } from './captures/join-commands.ts';
import { printsKind } from './captures/printed-kinds.ts';
import { takenCommands } from './captures/taken-commands.ts';
import type { FactSet } from './facts/fact-set.ts';
import type { Collecting } from './findings/collect-next.ts';

/** What can be asked of those who sent a bundle. */
export const collectingOver = (facts: FactSet): Collecting => ({
  print: collectCommands,
  taken: takenCommands(facts),
  prints: printsKind,
  key: joinKey,
  join: joinCommands,
});
