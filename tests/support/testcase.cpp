// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"

#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QTest>

namespace sightglass::test {

void TestCase::init()
{
    // The offscreen platform says this of every dialog and every menu of a window; it has no window manager.
    QTest::failOnWarning(QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support (propagateSizeHints|raise|grabbing the keyboard))")));
}

std::vector<TestFactory> &testRegistry()
{
    static std::vector<TestFactory> factories;
    return factories;
}

bool registerTest(TestFactory factory)
{
    testRegistry().push_back(std::move(factory));
    return true;
}

} // namespace sightglass::test
