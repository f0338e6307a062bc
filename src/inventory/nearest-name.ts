/** The name by which the commands know `nearest`. */
export { nearest as nearestName } from '../nearest.ts';
