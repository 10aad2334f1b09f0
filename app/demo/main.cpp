// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demofleet.h"
#include "app/demo/signalwatcher.h"
#include "app/i18n/translators.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

namespace {

using namespace sightglass::demo;

constexpr int badArguments = 2;
constexpr int cannotStart = 1;

/// One line, at once: whoever started the demo waits for it.
void say(std::FILE *stream, const QString &line)
{
    std::fprintf(stream, "%s\n", line.toUtf8().constData());
    std::fflush(stream);
}

/// Where its metrics are, and which system it is where there are several.
void tellOf(const DemoFleet::Member &member, std::size_t members)
{
    for (const QString &warning : member.service->warnings())
        say(stderr, QStringLiteral("sightglass-demo: ") + warning);
    QString line = QCoreApplication::translate("main", "metrics at %1").arg(member.service->metricsUrl());
    if (members > 1)
        line += QStringLiteral(" (%1)").arg(QLatin1String(systemEntry(member.id).name.data()));
    say(stdout, line);
}

int run(QCoreApplication &application, const Options &options)
{
    DemoFleet *running = nullptr;
    const SignalWatcher watcher([&application, &running](int number) {
        if (number != SIGUSR1)
            application.quit();
        else if (running != nullptr)
            running->scenario().selectNext(Clock::now());
    });
    DemoFleet fleet(options);
    if (const QString problem = fleet.start(); !problem.isEmpty()) {
        say(stderr, QStringLiteral("sightglass-demo: ") + problem);
        return cannotStart;
    }
    for (const DemoFleet::Member &member : fleet.members())
        tellOf(member, fleet.members().size());
    running = &fleet;
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sightglass-demo"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGHTGLASS_VERSION));
    sightglass::installTranslators(application);
    const OptionsOrProblem parsed = parseOptions(QCoreApplication::arguments());
    if (!parsed.problem.isEmpty()) {
        say(stderr, QStringLiteral("sightglass-demo: ") + parsed.problem);
        say(stderr, QCoreApplication::translate("main", "Try sightglass-demo --help"));
        return badArguments;
    }
    switch (parsed.options.task) {
    case Options::Task::ShowHelp:
        say(stdout, parsed.options.helpText.trimmed());
        return 0;
    case Options::Task::ShowVersion:
        say(stdout, QStringLiteral("sightglass-demo ") + QCoreApplication::applicationVersion());
        return 0;
    case Options::Task::Run:
        break;
    }
    return run(application, parsed.options);
}
