// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"
#include "app/cli/verbs.h"
#include "app/desktop/windowcommand.h"
#include "app/i18n/translators.h"

#include <QApplication>
#include <QCoreApplication>

#include <cstring>

namespace {

using namespace sightglass;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::Main)
};

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("sightglass"));
    QCoreApplication::setOrganizationName(QStringLiteral("sightglass"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGHTGLASS_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("sightglass"));
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Pictures and answers need no display; where there is none, Qt must not look for one.
void useOffscreenPlatform()
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

int runVerb(const Verb &verb, int &argc, char **argv)
{
    const auto run = [&verb](QCoreApplication &application) {
        installTranslators(application);
        return verb.run(QCoreApplication::arguments().mid(1));
    };
    if (verb.needs == Verb::Needs::Nothing) {
        QCoreApplication application(argc, argv);
        return run(application);
    }
    useOffscreenPlatform();
    QApplication application(argc, argv);
    return run(application);
}

/// The command line is read before there is a QApplication, so that help and mistakes need no display.
WindowCommandLine readCommandLine(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    installTranslators(application);
    WindowCommandLine commandLine = readWindowCommandLine(QCoreApplication::arguments());
    if (commandLine.request && commandLine.request->renderTo.isEmpty() && !hasDisplay())
        return {std::nullopt,
                Texts::tr("there is no display; `sightglass snapshot` and `--render-to DIR` need none"),
                static_cast<int>(ExitCode::Usage)};
    return commandLine;
}

} // namespace

int main(int argc, char **argv)
{
    nameApplication();
    if (const Verb *verb = argc > 1 ? findVerb(QString::fromLocal8Bit(argv[1])) : nullptr)
        return runVerb(*verb, argc, argv);

    const WindowCommandLine commandLine = readCommandLine(argc, argv);
    if (!commandLine.request) {
        if (commandLine.exitCode == 0)
            printLine(commandLine.output);
        else
            printError(commandLine.output);
        return commandLine.exitCode;
    }
    if (!commandLine.request->renderTo.isEmpty())
        useOffscreenPlatform();
    QApplication application(argc, argv);
    installTranslators(application);
    return runWindow(*commandLine.request);
}
