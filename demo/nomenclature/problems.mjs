/** Gathers what is wrong with a source folder, so that a maintainer sees everything in one run. */
export class Problems {
  #problems = [];
  #notices = [];

  /** Something that must be mended before anything is written. */
  refuse(where, what) {
    this.#problems.push(`${where}: ${what}`);
  }

  /** Something worth knowing that does not stop the conversion. */
  notice(where, what) {
    this.#notices.push(`${where}: ${what}`);
  }

  get notices() {
    return this.#notices;
  }

  /** @throws {ConversionError} when anything was refused. */
  throwIfAny() {
    if (this.#problems.length > 0) throw new ConversionError(this.#problems);
  }
}

export class ConversionError extends Error {
  name = 'ConversionError';

  constructor(problems) {
    super(`The source folder is refused; nothing was written.\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}
