// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTest>

#if defined(__SANITIZE_THREAD__)
// Qt's libraries are not instrumented: their own threads (QtTest's watchdog among them) look like races. What
// our code touches is still checked.
extern "C" const char *__tsan_default_options()
{
    return "ignore_noninstrumented_modules=1";
}
#endif

int main(int argc, char **argv)
{
    // Settings, caches and session files of tests never touch the developer's own.
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    // Qt's own handler can loop in itself for ever; without it a crash ends the program at once.
    QStringList arguments = QApplication::arguments();
    arguments.insert(1, QStringLiteral("-nocrashhandler"));
    int failures = 0;
    for (const auto &create : sightglass::test::testRegistry()) {
        const std::unique_ptr<QObject> testCase = create();
        failures += QTest::qExec(testCase.get(), arguments);
    }
    return failures == 0 ? 0 : 1;
}
