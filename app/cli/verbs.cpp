// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"

#include "app/cli/checkcommand.h"
#include "app/cli/exportcommand.h"
#include "app/cli/fmtcommand.h"
#include "app/cli/importreportcommand.h"
#include "app/cli/lintcommand.h"
#include "app/cli/parsecommand.h"
#include "app/cli/querycommand.h"
#include "app/cli/servecommand.h"
#include "app/cli/snapshotcommand.h"
#include "app/cli/surfacecommand.h"
#include "app/cli/testcommand.h"

#include <QCoreApplication>

#include <array>

namespace sightglass {

std::span<const Verb> verbs()
{
    using Needs = Verb::Needs;
    static constexpr std::array<Verb, 11> table = {{
        {"snapshot", QT_TRANSLATE_NOOP("Verb", "scrape for a while and write a picture of the dashboard"),
         Needs::Painting, runSnapshotCommand},
        {"query", QT_TRANSLATE_NOOP("Verb", "scrape for a while and evaluate a PromQL expression"),
         Needs::Nothing, runQueryCommand},
        {"export", QT_TRANSLATE_NOOP("Verb", "scrape for a while and write what was exposed last"),
         Needs::Nothing, runExportCommand},
        {"serve", QT_TRANSLATE_NOOP("Verb", "scrape and answer the Prometheus HTTP API"), Needs::Nothing,
         runServeCommand},
        {"fmt", QT_TRANSLATE_NOOP("Verb", "format a PromQL expression"), Needs::Nothing, runFmtCommand},
        {"parse", QT_TRANSLATE_NOOP("Verb", "read an exposition and print it as JSON lines"), Needs::Nothing,
         runParseCommand},
        {"lint", QT_TRANSLATE_NOOP("Verb", "examine an endpoint, or a page of one, and say what is wrong"),
         Needs::Nothing, runLintCommand},
        {"check", QT_TRANSLATE_NOOP("Verb", "check rule files, or scrape and fail on alerts"), Needs::Nothing,
         runCheckCommand},
        {"surface",
         QT_TRANSLATE_NOOP("Verb", "write down metric names, types, labels and help, and say what drifted"),
         Needs::Nothing, runSurfaceCommand},
        {"import-report", QT_TRANSLATE_NOOP("Verb", "tell how Grafana dashboards would be shown"),
         Needs::Nothing, runImportReportCommand},
        {"test", QT_TRANSLATE_NOOP("Verb", "run tests of PromQL or of rules"), Needs::Nothing,
         runTestCommand},
    }};
    return table;
}

const Verb *findVerb(const QString &name)
{
    for (const Verb &verb : verbs()) {
        if (name == QLatin1String(verb.name))
            return &verb;
    }
    return nullptr;
}

} // namespace sightglass
