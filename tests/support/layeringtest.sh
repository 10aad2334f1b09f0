#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The fence holds for the sources, and would be heard if it did not.
# usage: layeringtest.sh SOURCE-ROOT
set -eu
check=$1/tests/support/layering.sh
bash "$check" "$1"

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
expect_refused() { # FILE INCLUDE
    rm -rf "${tree:?}"/*
    mkdir -p "$tree"/{parser,model,widgets,app} "$tree/$(dirname "$1")"
    printf '#include %s\n' "$2" >"$tree/$1"
    if bash "$check" "$tree" >/dev/null; then
        echo "not refused: $1 including $2"
        exit 1
    fi
}
expect_refused parser/base/a.h '<QString>'
expect_refused parser/base/a.h '"model/core/clock.h"'
expect_refused model/query/a.cpp '<QObject>'
expect_refused model/storage/a.cpp '"model/query/queryengine.h"'
expect_refused model/transform/a.cpp '"model/dashboard/panelspec.h"'
expect_refused model/transform/a.cpp '<QString>'
expect_refused model/scrape/a.cpp '"model/presentation/workspace.h"'
expect_refused parser/base/a.cpp '"parser/promql/ast.h"'
expect_refused widgets/chart/a.cpp '"widgets/panels/panelframe.h"'
expect_refused model/scrape/a.cpp '"widgets/style/theme.h"'
expect_refused widgets/chart/a.cpp '"app/desktop/mainwindow.h"'
expect_refused app/cli/a.cpp '"tests/support/testcase.h"'
expect_refused widgets/chart/a.cpp '<QtCharts/QtCharts>'
rm -rf "${tree:?}"/*
mkdir -p "$tree/model/query" "$tree"/{parser,widgets,app}
printf '#include "parser/promql/ast.h"\n#include <vector>\n' >"$tree/model/query/a.cpp"
bash "$check" "$tree"
