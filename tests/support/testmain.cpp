// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTest>

int main(int argc, char **argv)
{
    // Settings, caches and session files of tests never touch the developer's own.
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    int failures = 0;
    for (const auto &create : sightglass::test::testRegistry()) {
        const std::unique_ptr<QObject> testCase = create();
        failures += QTest::qExec(testCase.get(), argc, argv);
    }
    return failures == 0 ? 0 : 1;
}
