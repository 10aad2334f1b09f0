// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"

#include <QEventLoop>
#include <QProcess>
#include <QTimer>

namespace sightglass::test {

namespace {

constexpr int patienceMs = 120'000;

QProcessEnvironment environmentWithoutDisplay(const QString &locale)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("LC_ALL"), locale);
    return environment;
}

} // namespace

Outcome runProgram(const QStringList &arguments, const ProgramInput &input)
{
    QProcess process;
    process.setProcessEnvironment(environmentWithoutDisplay(input.locale));
    if (!input.outputFile.isEmpty())
        process.setStandardOutputFile(input.outputFile);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(patienceMs, &process, &QProcess::kill);
    process.start(QStringLiteral(SIGHTGLASS_BIN_DIR "/sightglass"), arguments);
    process.write(input.bytes);
    process.closeWriteChannel();
    loop.exec();
    process.waitForFinished(1000);
    const bool ended = process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace sightglass::test
