// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace sightglass::test {

/// Base of every test class. A Qt warning that the test did not announce with QTest::ignoreMessage fails it.
/// A class that needs its own init() calls TestCase::init() first.
class TestCase : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init();
};

using TestFactory = std::function<std::unique_ptr<QObject>()>;

/// Adds a test class to this binary's run. Returns true so that it can initialise a constant.
bool registerTest(TestFactory factory);

} // namespace sightglass::test

/// Put once behind a test class in its .cpp file: the binary's main() runs it.
#define SIGHTGLASS_TEST(TestClass)                                                                           \
    static const bool registered##TestClass =                                                                \
        sightglass::test::registerTest([] { return std::unique_ptr<QObject>(new TestClass); });
