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
# What the system made of our files in folders that were not there before us.
if grep -qx ./share/mime "$lists/installed-folders" && [ -z "$(find share/mime/packages -type f 2> /dev/null)" ]; then
    rm -rf share/mime
fi
if grep -qx ./share/applications "$lists/installed-folders"; then rm -f share/applications/mimeinfo.cache; fi
while read -r folder; do rmdir "$prefix/${folder#.}" 2> /dev/null || true; done < "$lists/installed-folders"
for command in "update-mime-database $prefix/share/mime" "update-desktop-database $prefix/share/applications"; do
    if [ -d "${command#* }" ] && command -v "${command%% *}" > /dev/null 2>&1; then
        "${command%% *}" "${command#* }" > /dev/null 2>&1 || true
    fi
done
[ "${1:-}" = --quiet ] || echo "CNN Studio is removed from $prefix."
