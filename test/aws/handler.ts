import type { SoundAnswer } from './answer.ts';
import type { Call } from './call.ts';
import type { Estate } from './estate.ts';

export type Handler = (call: Call, estate: Estate) => SoundAnswer;
export type Handlers = { readonly [operation: string]: Handler };
