// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"

#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QTest>

namespace sightglass::test {

void TestCase::init()
{
    // The offscreen platform says this of every dialog; it has no window manager to pass hints to.
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
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
