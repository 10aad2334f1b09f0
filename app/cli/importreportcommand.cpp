// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importreportcommand.h"

#include "app/cli/commandinput.h"
#include "app/cli/options.h"
#include "app/cli/runcommand.h"
#include "model/grafana/exportdashboard.h"
#include "model/grafana/reportjson.h"
#include "model/presentation/dashboardtimes.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::ImportReportCommand)
};

constexpr int somethingLost = 3;

struct ReportRequest
{
    QStringList files;
    QString folder; ///< of what is exported; empty: nothing is
    bool json = false;
    bool strict = false;
};

QString option(const char *name)
{
    return QLatin1String(name);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Texts::tr(
        "Tells how Grafana dashboards would be shown: panels fully honoured, shown with named losses, "
        "and not shown."));
    parser.addOption({option("json"), Texts::tr("One JSON document, for programs.")});
    parser.addOption({option("strict"), Texts::tr("Exit code 3 where anything is lost.")});
    parser.addOption({option("export"),
                      Texts::tr("Writes each dashboard into this folder, as it is exported to Grafana again: "
                                "what was read and kept of it. Files that are there stay as they are."),
                      QStringLiteral("DIR")});
    parser.addPositionalArgument(
        option("FILE"), Texts::tr("Dashboards as JSON, or patterns of them; - reads the standard input."),
        QStringLiteral("FILE|GLOB…"));
}

ReportRequest readRequest(const QCommandLineParser &parser, QString &problem)
{
    ReportRequest request;
    request.json = parser.isSet(option("json"));
    request.strict = parser.isSet(option("strict"));
    request.folder = parser.value(option("export"));
    for (const QString &argument : parser.positionalArguments())
        request.files += filesOfPattern(argument);
    if (parser.isSet(option("export")) && !QFileInfo(request.folder).isDir())
        problem = Texts::tr("no folder: %1").arg(displayText(request.folder));
    if (request.files.isEmpty())
        problem = Texts::tr("say which dashboards: sightglass import-report FILE…");
    return request;
}

/// A name in the folder that no dashboard before it has: two of one name are kept apart.
QString exportName(const QString &file, const QString &folder, QSet<QString> &taken)
{
    const QString base =
        file == QLatin1String("-") ? QStringLiteral("dashboard") : QFileInfo(file).completeBaseName();
    QString name = base;
    for (int i = 2; taken.contains(name); ++i)
        name = QStringLiteral("%1-%2").arg(base).arg(i);
    taken.insert(name);
    return QDir(folder).filePath(name + QStringLiteral(".json"));
}

Error exportError(const QString &text)
{
    return {ErrorCode::ConfigValue, {text.toStdString()}, {}, {}};
}

/// Where one of the files that are read is the one to be written: by whatever name.
bool isInput(const QString &file, const QStringList &inputs)
{
    const QString canonical = QFileInfo(file).canonicalFilePath();
    return !canonical.isEmpty() && std::ranges::any_of(inputs, [&canonical](const QString &input) {
        return QFileInfo(input).canonicalFilePath() == canonical;
    });
}

/// Nothing where it is written. What is there already is somebody's: it stays.
std::optional<Error> written(const DashboardSpec &dashboard, const QString &file, const QStringList &inputs)
{
    if (isInput(file, inputs))
        return exportError(Texts::tr("not written, for it is read: %1").arg(displayText(file)));
    if (QFileInfo::exists(file) || QFileInfo(file).isSymLink())
        return exportError(Texts::tr("not written, for there is such a file: %1").arg(displayText(file)));
    const std::string text = exportDashboard(dashboard, FileFor::Grafana);
    QSaveFile out(file);
    const bool good =
        out.open(QIODevice::WriteOnly) &&
        out.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
        out.commit();
    if (good)
        return std::nullopt;
    return exportError(Texts::tr("cannot write %1: %2").arg(file, out.errorString()));
}

ReportedFile reported(const QString &file, const QString &exported, const QStringList &inputs)
{
    ReportedFile result{file.toStdString(), Error{}};
    Result<std::string> text = readCommandInput(file, DashboardLimits().bytes);
    if (!text) {
        result.outcome = text.error();
        return result;
    }
    auto imported = importDashboard(*text);
    if (!imported) {
        result.outcome = imported.error();
        return result;
    }
    if (!exported.isEmpty()) {
        if (auto error = written(imported->dashboard, exported, inputs)) {
            result.outcome = std::move(*error);
            return result;
        }
    }
    const std::vector<ImportLoss> times = timeLosses(imported->dashboard);
    imported->losses.insert(imported->losses.end(), times.begin(), times.end());
    result.outcome = importReport(*imported);
    return result;
}

QString shown(const std::string &text)
{
    return displayText(QString::fromStdString(text));
}

QString countsText(const VerdictCounts &counts)
{
    return Texts::tr("%1 panels: %2 fully honoured, %3 shown with losses, %4 not shown")
        .arg(counts.all())
        .arg(counts.fullyHonoured)
        .arg(counts.withLosses)
        .arg(counts.notShown);
}

void printLosses(const QString &owner, const std::vector<ImportLoss> &losses)
{
    for (const ImportLoss &loss : losses)
        printLine(QStringLiteral("  %1: %2 %3").arg(owner, shown(loss.pointer), shown(loss.reason)));
}

void printShared(const QString &owner, const std::vector<ImportLoss> &losses)
{
    for (const ImportLoss &loss : losses)
        printLine(QStringLiteral("  %1: %2 %3")
                      .arg(owner, shown(loss.pointer),
                           Texts::tr("%1 (as in Grafana)", "a loss").arg(shown(loss.reason))));
}

void printReport(const QString &file, const DashboardReport &report)
{
    printLine(QStringLiteral("%1: %2").arg(file, shown(report.title)));
    printLine(QStringLiteral("  ") + countsText(report.panelCounts));
    printLosses(Texts::tr("dashboard"), report.losses);
    printShared(Texts::tr("dashboard"), report.asInGrafana);
    for (const PanelReport &panel : report.panels) {
        const QString owner = QStringLiteral("%1 (%2, %3)")
                                  .arg(shown(panel.title), QString::number(panel.id), shown(panel.type));
        printLosses(owner, panel.losses);
        printShared(owner, panel.asInGrafana);
        for (const std::string &problem : panel.queryErrors)
            printLine(
                QStringLiteral("  %1: %2").arg(owner, Texts::tr("shows an error: %1").arg(shown(problem))));
    }
}

void printText(const std::vector<ReportedFile> &files)
{
    for (const ReportedFile &file : files) {
        if (const auto *report = std::get_if<DashboardReport>(&file.outcome)) {
            printReport(shown(file.name), *report);
        } else {
            std::fflush(stdout);
            printError(
                QStringLiteral("%1: %2").arg(shown(file.name), errorText(std::get<Error>(file.outcome))));
        }
    }
    const ReportTotals totals = totalsOf(files);
    printLine(Texts::tr("%n dashboard(s)", nullptr, static_cast<int>(totals.dashboards)));
    printLine(QStringLiteral("  ") + countsText(totals.panels));
    printLine(QStringLiteral("  ") + Texts::tr("of them with queries: ") +
              countsText(totals.prometheusPanels));
}

int report(const ReportRequest &request)
{
    std::vector<ReportedFile> files;
    QSet<QString> taken;
    for (const QString &file : request.files)
        files.push_back(
            reported(file, request.folder.isEmpty() ? QString() : exportName(file, request.folder, taken),
                     request.files));
    if (request.json)
        printBytes(reportJson(files));
    else
        printText(files);
    const ReportTotals totals = totalsOf(files);
    if (totals.failed > 0)
        return static_cast<int>(ExitCode::Failed);
    const bool lost = totals.panels.withLosses + totals.panels.notShown > 0;
    return lost && request.strict ? somethingLost : static_cast<int>(ExitCode::Done);
}

} // namespace

int runImportReportCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    return runCommand(parser, arguments, readRequest, report);
}

} // namespace sightglass
