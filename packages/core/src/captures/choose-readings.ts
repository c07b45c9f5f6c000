import { completeFact, type FactAbout } from '../facts/complete-fact.ts';
import type { FactChoice } from '../facts/fact-choice.ts';
import type { Fact } from '../facts/fact.ts';
import type { Capture } from './capture.ts';
import { hintFromPath } from './path-hint.ts';
import type { PlacedReading } from './read-member.ts';

/** Chooses among what captures say where there is no room for all. */
export interface ReadingChoice {
  /** Tells what is kept anyway. */
  learn(readings: readonly PlacedReading[]): void;
  /** Whether a reading may matter, by itself or beside those that were told before. */
  matters(reading: PlacedReading): boolean;
}

/**
 * Puts readings to a choice of facts as what their capture and their path make of them. `before` are those of the files
 * that were read already; they are told when it is first asked.
 */
export function chooseReadings(choice: FactChoice, before: () => Iterable<readonly PlacedReading[]>): ReadingChoice {
  let isBegun = false;
  const abouts = new WeakMap<Capture, FactAbout>();
  const aboutOf = (capture: Capture): FactAbout => {
    const about = abouts.get(capture) ?? aboutIn(capture);
    abouts.set(capture, about);
    return about;
  };
  const told = new WeakMap<PlacedReading, boolean>();
  const tell = ({ fact, capture, sample }: PlacedReading): boolean => {
    const placed: Fact = capture.quoted || sample ? { ...fact, quoted: true } : fact;
    return choice.matters(completeFact(placed, aboutOf(capture)));
  };
  const matters = (reading: PlacedReading): boolean => {
    const does = told.get(reading) ?? tell(reading);
    told.set(reading, does);
    return does;
  };
  const begin = (): void => {
    if (isBegun) return;
    isBegun = true;
    for (const readings of before()) readings.forEach(matters);
  };
  return {
    learn(readings) {
      begin();
      readings.forEach(matters);
    },
    matters(reading) {
      begin();
      return matters(reading);
    },
  };
}

const aboutIn = ({ command, path }: Capture): FactAbout => ({
  fromPath: hintFromPath(path),
  ...(command && { command }),
});
