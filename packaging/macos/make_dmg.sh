#!/bin/sh
# NOT RUN YET. Packs "dist/CNN Studio.app" into a disk image; written but never run: no Mac was at hand.
#   python3 packaging/build.py --only folder && sh packaging/macos/make_dmg.sh
# Signing: CODESIGN_IDENTITY names a Developer ID; without it the app is signed for this Mac only, and others must allow
# it in their settings. With one, send the image to Apple afterwards: xcrun notarytool submit, then xcrun stapler staple.
set -eu
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' cnnstudio/__init__.py)
app="dist/CNN Studio.app"
image="dist/cnnstudio-$version-macos-$(uname -m).dmg"
[ -d "$app" ] || { echo "There is no $app; run packaging/build.py --only folder first." >&2; exit 1; }
# build.py puts these beside the collected program, which the app was made of before.
cp -R dist/cnnstudio/LICENSE dist/cnnstudio/THIRD-PARTY.txt dist/cnnstudio/README.md dist/cnnstudio/docs \
    "$app/Contents/Resources/"
if [ -n "${CODESIGN_IDENTITY:-}" ]; then
    codesign --force --deep --timestamp --options runtime --entitlements packaging/macos/entitlements.plist \
        --sign "$CODESIGN_IDENTITY" "$app"
else  # the hardened runtime would refuse libraries that nobody signed
    codesign --force --deep --sign - "$app"
fi
codesign --verify --deep --strict "$app"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname "CNN Studio $version" -srcfolder "$folder" -fs APFS -format ULFO -ov "$image"
echo "$image"
