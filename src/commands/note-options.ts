import type { NoteOptions } from '../output/notes.ts';
import { type Given, isOn } from './given-flags.ts';

export const noteOptions = (given: Given): NoteOptions => ({
  isQuiet: isOn(given, 'quiet') ?? false,
  isVerbose: isOn(given, 'verbose') ?? false,
  hasProgress: isOn(given, 'progress') ?? false,
});
