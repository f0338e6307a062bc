#!/bin/sh
# Reads and judges your backups into a folder of the day, beside this file: reports/2026-11-20. In a crontab:
#
#   17 5 * * * AWS_PROFILE=backuplint sh /srv/backuplint/backuplint-nightly.sh
#
# It says nothing where all is well, so that cron mails only what somebody must look at. Its exit code is backuplint's.
set -eu
# Reports name accounts and resources.
umask 077
cd "$(dirname "$0")"

backuplint() {
  npm_config_ignore_scripts=true npx --yes backuplint@__VERSION__ "$@"
}

out="reports/$(date -u +%Y-%m-%d)"
mkdir -p "$out"
rm -f "$out"/inventory.* "$out"/backuplint*
trap 'rm -f "$out/messages.txt"' EXIT

# Ends it where there is no answer; npx ends with 1, too, where it cannot get the package.
require_file() {
  [ -s "$1" ] && return
  cat "$out/messages.txt" >&2
  echo "backuplint ended with exit code $code; nothing was judged" >&2
  [ "$code" -ne 0 ] || exit 70
  exit "$code"
}

# Exit codes 1 (something fails) and 3 (not all could be read or judged) are answers.
code=0
backuplint collect --output "$out/inventory.ndjson.gz" 2>"$out/messages.txt" || code=$?
require_file "$out/inventory.ndjson.gz"

code=0
backuplint scan --inventory "$out/inventory.ndjson.gz" \
  --format "pretty=$out/backuplint.txt" \
  --format "html=$out/backuplint.html" \
  --format "evidence=$out/backuplint-evidence.sarif" \
  --format "json=$out/backuplint.json" 2>"$out/messages.txt" || code=$?
require_file "$out/backuplint.json"

if [ "$code" -ne 0 ]; then
  cat "$out/messages.txt" >&2
  echo "see $PWD/$out" >&2
fi
exit "$code"
