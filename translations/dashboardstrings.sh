#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The texts of the bundled dashboards as C++ for lupdate, which does not read JSON: titles, descriptions, legends,
# texts of values and summaries of alert rules, without those that are nothing but {{label}} places or "p99".
# usage: dashboardstrings.sh SOURCE-ROOT >model/presentation/dashboardstrings.h
set -euo pipefail
cat <<'TEXT'
// SPDX-License-Identifier: GPL-3.0-or-later
// Made by `./dev translations` from resources/dashboards; not to be edited.
#pragma once

#include <QtGlobal>

namespace sightglass {

// clang-format off
/// The texts of the bundled dashboards, as translatedDashboard() looks them up.
inline constexpr const char *dashboardStrings[] = {
TEXT
# exportdashboard.cpp writes a field to a line; JSON's escapes in these texts are C++'s, too.
sed -nE 's/^ *"(title|description|label|legendFormat|summary|noValue|text)": (".*"),?$/\2/p' "$1"/resources/dashboards/*.json | LC_ALL=C sort -u |
    while IFS= read -r text; do
        words=$(sed -E 's/\{\{[^}]*\}\}//g' <<<"$text")
        if [[ $words =~ [[:alpha:]][[:alpha:]] ]]; then printf '    QT_TRANSLATE_NOOP("dashboards", %s),\n' "$text"; fi
    done
cat <<'TEXT'
};
// clang-format on

} // namespace sightglass
TEXT
