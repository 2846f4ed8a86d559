#!/bin/sh
# NOT RUN YET. Packs "dist/CNN Studio.app" into a disk image; written but never run: no Mac was at hand.
#   python3 packaging/build.py --only folder && sh packaging/macos/make_dmg.sh
# Signing: CODESIGN_IDENTITY names a Developer ID; without it the app is signed for this Mac only.
set -eu
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' cnnstudio/__init__.py)
app="dist/CNN Studio.app"
image="dist/cnnstudio-$version-macos-$(uname -m).dmg"
[ -d "$app" ] || { echo "There is no $app; run packaging/build.py --only folder first." >&2; exit 1; }
codesign --force --deep --options runtime --sign "${CODESIGN_IDENTITY:--}" "$app"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname "CNN Studio $version" -srcfolder "$folder" -fs APFS -format ULFO -ov "$image"
echo "$image"
