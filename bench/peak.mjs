// Loaded before a program: tells the peak of its memory when it ends.
import process from 'node:process';

process.on('exit', () => process.stderr.write(`\npeak-mib ${process.resourceUsage().maxRSS / 1024}\n`));
