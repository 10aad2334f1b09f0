// SPDX-License-Identifier: GPL-3.0-or-later
// The start budgets: the program's first frame in less than 500 ms, that of a window with 12 panels and their
// data in less than 150 ms. Runs the real program and takes the time
// from before the fork until it says that its first frame has been painted.
#include "app/desktop/windowsettings.h"
#include "tests/bench/panelwindow.h"
#include "tests/bench/processcost.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace sightglass;
using namespace sightglass::bench;

constexpr double startBudgetMs = 500;
constexpr double panelsBudgetMs = 150;
constexpr int runs = 10;
constexpr int timeoutMs = 20'000;

struct Start
{
    double measuredMs = 0; ///< by us
    double toldMs = 0;     ///< by the program
};

std::optional<Start> startOnce(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    const QByteArray before = "first frame after ";
    QByteArray said;
    while (!said.contains(" ms\n") && process.waitForReadyRead(timeoutMs))
        said += process.readAll();
    const double measured = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
    }
    const auto at = said.indexOf(before);
    if (at < 0) {
        std::fprintf(stderr, "%s said: %s\n", qPrintable(program), said.constData());
        return std::nullopt;
    }
    const auto begin = at + before.size();
    return Start{measured, said.mid(begin, said.indexOf(' ', begin) - begin).toDouble()};
}

bool measure(const QString &program, const QStringList &arguments, const std::string &what, double budgetMs)
{
    std::vector<double> measured;
    std::vector<double> told;
    for (int i = 0; i < runs; ++i) {
        const auto start = startOnce(program, arguments);
        if (!start)
            return false;
        measured.push_back(start->measuredMs);
        told.push_back(start->toldMs);
    }
    std::ranges::sort(measured);
    std::ranges::sort(told);
    printFigure("exec to first frame, " + what + ", median of 10", measured[runs / 2], "ms", budgetMs);
    printFigure("  best", measured.front(), "ms");
    printFigure("  worst", measured.back(), "ms");
    printFigure("  median as the program tells it", told[runs / 2], "ms");
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (const auto exitCode = panelWindowMain(argc, argv))
        return *exitCode;
    QCoreApplication application(argc, argv);
    const QString program =
        QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("../bin/sightglass"));
    if (!QFileInfo(program).isExecutable()) {
        std::fprintf(stderr, "%s is not built\n", qPrintable(program));
        return 1;
    }
    std::printf("platform %s\n", qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")
                                     ? "of the display"
                                     : qPrintable(qEnvironmentVariable("QT_QPA_PLATFORM")));
    const QTemporaryDir folder;
    const QString empty = folder.filePath(QStringLiteral("empty.ini"));
    const QString remembered = folder.filePath(QStringLiteral("remembered.ini"));
    {
        // Nobody listens there: the first frame must not depend on whether the target answers.
        TargetConfig target;
        target.id = QStringLiteral("bench");
        target.url = QUrl(QStringLiteral("http://127.0.0.1:1/metrics"));
        WindowSettings(remembered).setTargets({target});
    }
    const auto withSettings = [](const QString &file) {
        return QStringList{QStringLiteral("--measure-startup"), QStringLiteral("--settings"), file};
    };
    const bool ok = measure(program, withSettings(empty), "no target", startBudgetMs) &&
                    measure(program, withSettings(remembered), "one remembered target", startBudgetMs) &&
                    measure(QCoreApplication::applicationFilePath(), {QLatin1String(panelWindowOption)},
                            "12 panels", panelsBudgetMs);
    return ok ? 0 : 1;
}
