/** One line of a file, with its place in the original bytes. Decoding, CR removal and cleaning never change `number`. */
export interface Line {
  /** The text without its line end. */
  readonly text: string;
  /** 1-based number of the (first) line in the original file. */
  readonly number: number;
  /** Number of the last original line, where several were joined into this one. */
  readonly endNumber?: number;
  /** The line was longer than the limit; the rest of it is not here. */
  readonly cut?: true;
}

/** The last original line a `Line` stands for. */
export const lastNumber = (line: Line): number => line.endNumber ?? line.number;
