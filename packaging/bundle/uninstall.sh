#!/bin/sh
# Removes what the .run file installed, and nothing else: projects, runs and settings of users stay.
set -eu
program=$(cd "$(dirname "$0")" && pwd)
prefix=$(cd "$program/../.." && pwd)
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT
cp "$program/installed-files" "$program/installed-folders" "$lists/"
cd "$prefix"
tr '\n' '\0' < "$lists/installed-files" | xargs -0 rm -f
rm -f "$program/installed-files" "$program/installed-folders" "$program/uninstall.sh"
while read -r folder; do rmdir "$folder" 2> /dev/null || true; done < "$lists/installed-folders"
[ "${1:-}" = --quiet ] || echo "CNN Studio is removed from $prefix."
