// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoservice.h"
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

int run(QCoreApplication &application, const Options &options)
{
    DemoService *running = nullptr;
    const SignalWatcher watcher([&application, &running](int number) {
        if (number != SIGUSR1)
            application.quit();
        else if (running != nullptr)
            running->scenario().selectNext(Clock::now());
    });
    DemoService service(options);
    if (const QString problem = service.start(); !problem.isEmpty()) {
        say(stderr, QStringLiteral("sightglass-demo: ") + problem);
        return cannotStart;
    }
    for (const QString &warning : service.warnings())
        say(stderr, QStringLiteral("sightglass-demo: ") + warning);
    say(stdout, QCoreApplication::translate("main", "metrics at %1").arg(service.metricsUrl()));
    running = &service;
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
