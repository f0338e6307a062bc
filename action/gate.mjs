// Fails the step with what backuplint ended with, and says why.
import process from 'node:process';
import { errorCommand } from './outputs.mjs';

const reasons = {
  1: 'something fails; the summary and the reports name it',
  3: 'nothing fails, but not all of it could be judged; the log names what was not read (allow-incomplete: true lets it pass)',
};

const code = Number(process.env.BACKUPLINT_EXIT_CODE);
process.stdout.write(errorCommand(reasons[code] ?? `nothing was judged: exit code ${code}; the log says why`));
process.exitCode = code || 70;
