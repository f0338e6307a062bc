import { sep } from 'node:path';

/** Paths below the folder, as one writes them there. */
export const shortPaths = (text: string, folder: string): string => text.replaceAll(folder + sep, '');
