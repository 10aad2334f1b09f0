// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/trimmed.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <string>

namespace {

using namespace sightglass;

class TrimmedTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void both_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("trimmedText");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << std::string(text) << std::string(expected);
        };
        row("nothing", "", "");
        row("no blanks", "a", "a");
        row("both ends", " \t a b\t ", "a b");
        row("blanks alone", " \t ", "");
        row("other bytes stay", "\n a \n", "\n a \n");
    }

    void both()
    {
        QFETCH(const std::string, text);
        QFETCH(const std::string, trimmedText);
        QCOMPARE(std::string(trimmed(text, " \t")), trimmedText);
    }
};

} // namespace

SIGHTGLASS_TEST(TrimmedTest)

#include "trimmedtest.moc"
