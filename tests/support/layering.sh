#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The fence between the parts: parser <- model <- widgets <- app, and inside model the values know nothing of event loops.
# usage: layering.sh ROOT    prints every include that runs against it as file:line: why, and then exits 1
set -u
cd "$1" || exit 2
found=0

# forbid FOLDER-REGEX INCLUDE-REGEX WHY: sources whose path matches the first must not include what matches the second.
forbid() {
    local hits
    hits=$(grep -rnE --include='*.h' --include='*.cpp' "^[[:space:]]*#[[:space:]]*include[[:space:]]*[\"<]($2)" \
        parser model widgets app 2>/dev/null | grep -E "^($1)")
    [ -z "$hits" ] && return
    found=1
    printf '%s\n' "$hits" | sed "s|\$|   <- $3|"
}

forbid 'parser/' 'Q[A-Za-z]|Qt[A-Z]' 'parser/ is standard C++: no Qt'
forbid 'parser/' 'model/|widgets/|app/|tests/' 'parser/ depends on nothing above it'
forbid 'model/' 'widgets/|app/|tests/' 'model/ knows no pixels'
forbid 'model/(core|fields|histogram|storage|query|variables|alerting|notify|dashboard|grafana|analysis|assist|editing|exporting|api)/' 'Q[A-Za-z]|Qt[A-Z]' 'values and functions only: Qt begins with model/scrape and model/presentation'
forbid 'model/(core|fields|histogram|storage|query|variables|alerting|notify|dashboard|grafana|analysis|assist|editing|exporting|api)/' 'model/(scrape|presentation)/' 'the inner model does not know who drives it'
forbid 'model/core/' 'model/(fields|histogram|storage|query|alerting|dashboard|assist|analysis)/' 'core is at the bottom'
forbid 'model/fields/' 'model/(histogram|storage|query|alerting|dashboard|analysis|assist|exporting|api|scrape)/' 'fields are plain values'
forbid 'model/histogram/' 'model/(storage|query|alerting|dashboard|analysis|assist|api)/' 'histograms are plain values'
forbid 'model/storage/' 'model/(query|alerting|dashboard|assist|analysis)/' 'the store does not know who asks'
forbid 'model/query/' 'model/(alerting|dashboard|assist|analysis)/' 'queries do not know who asks'
forbid 'model/exporting/' 'model/(query|alerting|dashboard|assist|analysis|api)/' 'what is exported comes from the store alone'
forbid 'model/alerting/' 'model/(dashboard|assist|analysis)/' 'alerts do not know dashboards'
forbid 'model/scrape/' 'model/presentation/' 'the collector does not know the window'
forbid 'model/(scrape|presentation)/' 'QtWidgets/|QWidget>|QApplication>|QtCharts/|QChart' 'no widget in the model'
forbid 'widgets/' 'app/|tests/' 'widgets do not know the program'
forbid 'app/' 'tests/' 'the product does not know its tests'
forbid '' 'QtCharts/QtCharts' 'include individual headers of Qt Charts'
exit $found
