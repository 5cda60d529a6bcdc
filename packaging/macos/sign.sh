#!/usr/bin/env bash
# Signs every native file of the program, then the program, makes the disk image again and has Apple notarise it.
# Arguments: the program, the folder of the disk image. IDENTITY, APPLE_ID, APPLE_TEAM and APPLE_PASSWORD come from outside.
set -euo pipefail
program=$1
out=$2
sign() { codesign --force --timestamp --options runtime --sign "$IDENTITY" "$@"; }
# The libraries' natives lie beside the jars, not in them, so that each can be signed here.
find "$program" -type f \( -name '*.dylib' -o -name '*.jnilib' -o -perm -u+x \) -print0 |
    while IFS= read -r -d '' file; do sign "$file"; done
sign "$program"
rm -f "$out"/*.dmg "$out"/*.pkg
jpackage --type dmg --app-image "$program" --name Hourglass --dest "$out"
for image in "$out"/*.dmg; do
    sign "$image"
    xcrun notarytool submit "$image" --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD" --wait
    xcrun stapler staple "$image"
done
(cd "$out" && shasum -a 256 -- *.* > SHA256SUMS)
