import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { PhysicalLocation } from 'sarif';
import type { ActiveRule, Place } from '../../rules/rule.ts';

/** Declared in `originalUriBaseIds`; GitHub ignores it, so the path itself is relative to the repository. */
export const sourceRoot = 'SRCROOT';

/** Shown where no file of the repository is behind a finding; it need not exist. */
const noFile = { uri: 'backuplint.json', region: { startLine: 1 } };

/** Where a finding of the rule is shown: what the user can change in the repository, never the inventory or our own files. */
export function physicalLocation(active: ActiveRule, root: string): PhysicalLocation {
  const place = active.origin === 'own' ? active.requirePlace : active.enabledAt;
  const nowhere = { artifactLocation: { uri: noFile.uri, uriBaseId: sourceRoot }, region: noFile.region };
  return (place && placeLocation(place, root)) ?? nowhere;
}

/** Undefined for what lies outside the repository. */
export function placeLocation(place: Place, root: string): PhysicalLocation | undefined {
  const uri = pathInRepository(place.file, root);
  return uri === undefined ? undefined : { artifactLocation: { uri, uriBaseId: sourceRoot }, ...shownRegion(place) };
}

function shownRegion({ region, text, around }: Place): Pick<PhysicalLocation, 'region' | 'contextRegion'> {
  const snippet = text === undefined ? {} : { snippet: { text } };
  if (around === undefined) return { region: { ...region, ...snippet } };
  const { startLine, endLine } = around;
  return {
    region: { ...region, ...snippet },
    contextRegion: { startLine, endLine, snippet: { text: around.text } },
  };
}

function pathInRepository(file: string, root: string): string | undefined {
  const path = relative(root, resolve(root, file));
  const segments = path.split(sep);
  if (path === '' || segments[0] === '..' || isAbsolute(path)) return undefined;
  return segments.map(encodeSegment).join('/');
}

/** A lone surrogate has no encoding and would throw. A colon must not stay either: it would make the first segment a scheme. */
const encodeSegment = (segment: string): string => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));
