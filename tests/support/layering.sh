#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The fence between the parts: parser <- model <- widgets <- app, and inside model the values know nothing of event loops.
# usage: layering.sh ROOT    prints every include that runs against it as file:line: why, and then exits 1
set -u
cd "$1" || exit 2
found=0
includes=$(grep -rnE --include='*.h' --include='*.cpp' '^[[:space:]]*#[[:space:]]*include[[:space:]]*["<]' \
    parser model widgets app 2>/dev/null)

# forbid FOLDER-REGEX INCLUDE-REGEX WHY: sources whose path matches the first must not include what matches the second.
forbid() {
    local hits
    hits=$(grep -E "^($1)" <<<"$includes" | grep -E "#[[:space:]]*include[[:space:]]*[\"<]($2)")
    [ -z "$hits" ] && return
    found=1
    printf '%s\n' "$hits" | sed "s|\$|   <- $3|"
}

# in_order PART FOLDER…: of a part's folders none knows one that is named after it (ARCHITECTURE.md, The parts).
in_order() {
    local part=$1
    shift
    while [ $# -gt 1 ]; do
        local folder=$1
        shift
        forbid "$part/$folder/" "$part/($(IFS='|' && echo "$*"))/" "$folder is below it"
    done
}

in_order parser base exposition promql template config grafana http
in_order model core fields transform histogram storage query alerting exporting variables dashboard grafana assist \
    editing notify api analysis scrape presentation senders
in_order widgets style chart panelkit plots timelines categories histograms values tables lists panels export editors \
    variables views editing alerts doctor targets

forbid 'parser/' 'Q[A-Za-z]|Qt[A-Z]' 'parser/ is standard C++: no Qt'
forbid 'parser/' 'model/|widgets/|app/|tests/' 'parser/ depends on nothing above it'
forbid 'model/' 'widgets/|app/|tests/' 'model/ knows no pixels'
forbid 'model/(core|fields|transform|histogram|storage|query|variables|alerting|notify|dashboard|grafana|analysis|assist|editing|exporting|api)/' 'Q[A-Za-z]|Qt[A-Z]' 'values and functions only: Qt begins with model/scrape and model/presentation'
forbid 'model/exporting/' 'model/(query|alerting|dashboard|assist|analysis|api)/' 'what is exported comes from the store alone'
forbid 'model/(scrape|presentation)/' 'QtWidgets/|QWidget>|QApplication>|QtCharts/|QChart' 'no widget in the model'
forbid 'widgets/' 'app/|tests/' 'widgets do not know the program'
forbid 'app/' 'tests/' 'the product does not know its tests'
forbid '' 'QtCharts/QtCharts' 'include individual headers of Qt Charts'
exit $found
