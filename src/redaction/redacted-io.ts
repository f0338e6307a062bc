import { Writable } from 'node:stream';
import type { Io } from '../io.ts';

/** The same process with a stderr that tells no account id. */
export const redactedIo = (io: Io, redact: (text: string) => string): Io => ({
  ...io,
  stderr: new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      io.stderr.write(redact(String(chunk)));
      done();
    },
  }),
});
