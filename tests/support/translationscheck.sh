#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every text of the program is translated: the bundled dashboards' texts are listed, lupdate finds nothing new and nothing
# gone, and nothing is unfinished.
# usage: translationscheck.sh SOURCE-ROOT
set -eu
cd "$1"
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}
if [ ! -x "$lupdate" ]; then
    echo "skipped: lupdate is not installed"
    exit 77
fi
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
failed=0
bash translations/dashboardstrings.sh . >"$copy/dashboardstrings.h"
if ! diff -u model/presentation/dashboardstrings.h "$copy/dashboardstrings.h"; then
    echo "the list of the bundled dashboards' texts is not up to date: run ./dev translations"
    failed=1
fi
for file in translations/*.ts; do
    name=$(basename "$file")
    cp "$file" "$copy/$name"
    plural=()
    [ "$name" = sightglass_en.ts ] && plural=(-pluralonly)
    "$lupdate" -I . -silent -no-obsolete -locations none "${plural[@]}" model widgets app -ts "$copy/$name"
    if ! diff -u "$file" "$copy/$name"; then
        echo "$file is not up to date: run ./dev translations"
        failed=1
    fi
    # lupdate loses the class of Texts::tr() in a free function whose return type begins with std::.
    if grep -n '<name>Texts</name>' "$file"; then
        echo "$file: texts without their context: they would never be found; let the function return a Qt type or void"
        failed=1
    fi
    if grep -n 'type="unfinished"' "$file"; then
        echo "$file has unfinished texts"
        failed=1
    fi
done
exit $failed
