/**
 * Something on this machine is missing that the scripts cannot supply themselves.
 * The message is for the person at the keyboard: what is missing and what to do about it.
 */
export class SetupProblem extends Error {
  /** @override */
  name = 'SetupProblem';
}
