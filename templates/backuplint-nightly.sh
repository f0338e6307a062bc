#!/bin/sh
# Reads and judges your backups into a folder of the day, beside this file: reports/2026-11-20. In a crontab:
#
#   17 5 * * * AWS_PROFILE=backuplint sh /srv/backuplint/backuplint-nightly.sh
#
# It says nothing where all is well, so that cron mails only what somebody must look at. Its exit code is backuplint's.
# backuplint-nightly.log has each night: what was read, what was not, how it ended. Old days are yours to delete.
set -eu
# Reports name accounts and resources.
umask 077
# cron knows few folders; npx is often in this one.
PATH="$PATH:/usr/local/bin"
cd "$(dirname "$0")"

# A night may take longer than a day. The lock ends with the last process of the night, whatever ends it. (macOS has no flock.)
exec 9>>backuplint-nightly.lock
if command -v flock >/dev/null; then
  flock -n 9 || {
    echo "an earlier run is under way; nothing was judged" >&2
    exit 75
  }
fi

log="$PWD/backuplint-nightly.log"
out="reports/$(date -u +%Y-%m-%d)"
mkdir -p "$out"
# What an earlier run of the same day left is not an answer of this one.
rm -f "$out"/inventory.* "$out"/backuplint*

# Exit codes 1 (something fails) and 3 (not all could be read or judged) are answers. Where the file is missing there is
# none; npx ends with 1, too, where it cannot get the package.
backuplint() {
  answer=$1
  shift
  code=0
  npm_config_ignore_scripts=true npx --yes backuplint@__VERSION__ "$@" 2>"$out/messages" || code=$?
  messages=$(cat "$out/messages")
  rm -f "$out/messages"
  printf '%s %s: exit code %s\n%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1" "$code" "$messages" >>"$log"
  [ -s "$answer" ] && return
  printf '%s\n' "$messages" >&2
  echo "backuplint ended with exit code $code; nothing was judged; see $log" >&2
  [ "$code" -ne 0 ] || exit 70
  exit "$code"
}

backuplint "$out/inventory.ndjson.gz" collect --output "$out/inventory.ndjson.gz"

# Passes too: an auditor asks for them.
backuplint "$out/backuplint.json" scan --inventory "$out/inventory.ndjson.gz" \
  --include pass,notApplicable \
  --format "pretty=$out/backuplint.txt" \
  --format "html=$out/backuplint.html" \
  --format "evidence=$out/backuplint-evidence.sarif" \
  --format "json=$out/backuplint.json"

if [ "$code" -ne 0 ]; then
  printf '%s\n' "$messages" >&2
  echo "see $PWD/$out" >&2
fi
exit "$code"
