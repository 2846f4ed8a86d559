#!/bin/sh
# Installs CNN Studio from the unpacked .run file: for everybody into /usr/local when root calls it, else for the user
# into ~/.local. --prefix DIR installs elsewhere. What it wrote is listed in PREFIX/lib/cnnstudio/installed-files;
# PREFIX/lib/cnnstudio/uninstall.sh removes just that.
set -eu
prefix=
while [ $# -gt 0 ]; do
    case "$1" in
        --prefix) prefix=${2:?--prefix wants a folder}; shift 2 ;;
        --prefix=*) prefix=${1#--prefix=}; shift ;;
        *) echo "Unknown: $1. The one option is --prefix DIR." >&2; exit 2 ;;
    esac
done
if [ -z "$prefix" ]; then
    if [ "$(id -u)" = 0 ]; then prefix=/usr/local; else prefix=${HOME:?HOME is not set; give --prefix DIR}/.local; fi
fi
new=
[ -d "$prefix" ] || new=.
mkdir -p "$prefix" || { echo "$prefix cannot be written; give another folder with --prefix DIR." >&2; exit 1; }
prefix=$(cd "$prefix" && pwd)
program="$prefix/lib/cnnstudio"
if [ -e "$program/uninstall.sh" ]; then sh "$program/uninstall.sh" --quiet; fi
[ -d "$prefix" ] || { mkdir -p "$prefix"; new=.; }
if [ -e "$program" ]; then echo "$program is there already and was not made by this installer." >&2; exit 1; fi
(cd usr && find . ! -type d) | sort > installed-files
# Folders that are new, deepest first, so that they can be removed again.
(cd usr && find . -type d) | sort -r | while read -r folder; do
    [ -d "$prefix/$folder" ] || echo "$folder"
done > installed-folders
[ -z "$new" ] || echo . >> installed-folders
(cd usr && tar -cf - .) | (cd "$prefix" && tar -xof -)
cp installed-files installed-folders uninstall.sh "$program/"
for command in "update-mime-database $prefix/share/mime" "update-desktop-database $prefix/share/applications"; do
    if command -v "${command%% *}" > /dev/null 2>&1; then "${command%% *}" "${command#* }" > /dev/null 2>&1 || true; fi
done
echo "CNN Studio is in $program. Start it from the menu, or with $prefix/bin/cnnstudio."
case ":$PATH:" in *":$prefix/bin:"*) ;; *) echo "($prefix/bin is not on the PATH.)" ;; esac
echo "To remove it: sh '$program/uninstall.sh'"
