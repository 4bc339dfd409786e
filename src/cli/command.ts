// What a command is: data that main reads. A command returns what it found and whether the answer is
// yes; main prints it, as text for a person or as JSON alone, and turns it into an exit status.
import type { Permission } from '#domain/access/permission.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Installation } from './open-installation.ts';

export interface CommandOption {
  /** Without the dashes. */
  readonly name: string;
  readonly summary: Bilingual;
  /** What stands for the value in the help; a flag without a value when absent. */
  readonly value?: string;
  readonly isRequired?: boolean;
}

export interface CommandOperand {
  readonly name: string;
  readonly summary: Bilingual;
  readonly isRequired: boolean;
}

export interface Command {
  /** As typed: `audit verify`. */
  readonly name: string;
  readonly summary: Bilingual;
  readonly operands?: readonly CommandOperand[];
  readonly options?: readonly CommandOption[];
  /** What may be typed after the name, as it stands in the help. */
  readonly example?: string;
  /** What an account needs for it where `--as` names one. */
  readonly permission?: Permission;
  run(asked: Asked): Promise<Outcome>;
}

/** What was typed, and the world the command may act on. */
export interface Asked {
  /** Values of options by name; undefined where not given. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Flags that were given. */
  readonly flags: ReadonlySet<string>;
  readonly operands: readonly string[];
  /** Whether the outcome will be printed as JSON. */
  readonly isJson: boolean;
  readonly environment: NodeJS.ProcessEnv;
  /** Opens the installation at the first call: the running one, or one started for this command. */
  open(): Promise<Installation>;
  /** A line of progress, on the error output. */
  say(line: Bilingual): void;
}

export interface Outcome {
  /** False: the answer is no, and the exit status 1. */
  readonly isYes: boolean;
  readonly json: unknown;
  readonly text: string;
}

/** Wrong usage, told in a sentence; the exit status is 2. */
export class UsageProblem extends Error {
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.en);
    this.name = 'UsageProblem';
    this.text = text;
  }
}
