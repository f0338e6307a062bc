import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Provenance } from '../reporters/reporter.ts';

type Env = { readonly [name: string]: string | undefined };

/**
 * Which version of which repository a report speaks of: as GitHub Actions says, else as `.git` does; undefined without
 * either. The branch is a full ref (`refs/heads/main`): GitHub takes no other.
 */
export function provenanceOf(root: string, env: Env): Provenance | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  if (server && repository) {
    return provenance(`${server}/${repository}`, env.GITHUB_SHA, env.GITHUB_REF);
  }
  const uri = remoteUri(textOf(root, 'config'));
  if (uri === undefined) return undefined;
  const head = textOf(root, 'HEAD').trim();
  const ref = /^ref: (refs\/\S+)$/.exec(head);
  return ref ? provenance(uri, commitOf(root, ref[1] ?? ''), ref[1]) : provenance(uri, head, undefined);
}

const provenance = (repositoryUri: string, revision: string | undefined, branch: string | undefined): Provenance => ({
  repositoryUri,
  ...(revision && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision) ? { revisionId: revision } : {}),
  ...(branch ? { branch } : {}),
});

function textOf(root: string, name: string): string {
  try {
    return readFileSync(join(root, '.git', name), 'utf8');
  } catch {
    return '';
  }
}

function commitOf(root: string, ref: string): string | undefined {
  const loose = textOf(root, ref).trim();
  if (loose !== '') return loose;
  const packed = textOf(root, 'packed-refs').split('\n');
  return packed.find((line) => line.endsWith(` ${ref}`))?.slice(0, -ref.length - 1);
}

/** The remote `origin` as a web address, without the credentials that may stand in it. */
function remoteUri(config: string): string | undefined {
  const url = /\[remote "origin"\][^[]*?\n\s*url\s*=\s*(\S+)/.exec(config)?.[1];
  if (url === undefined) return undefined;
  const ssh = /^(?:ssh:\/\/)?[^@/]+@([^:/]+)[:/](.+)$/.exec(url);
  const web = ssh ? `https://${ssh[1]}/${ssh[2]}` : url.replace(/^(https?:\/\/)[^@/]*@/, '$1');
  return /^https?:\/\//.test(web) ? web.replace(/\.git$/, '') : undefined;
}
