// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/serieslookup.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <string>

namespace {

using namespace sightglass;

struct Line
{
    std::string labels;
    int number = 0;
};

class SeriesLookupTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("order");
        QTest::newRow("sorted") << QStringLiteral("abce");
        QTest::newRow("unsorted") << QStringLiteral("caeb");
        QTest::newRow("twice the same") << QStringLiteral("ceabcba");
        QTest::newRow("none") << QString();
    }

    /// Every one that was there, the first of the same; none that was appended later.
    void finds()
    {
        QFETCH(const QString, order);
        std::vector<Line> lines;
        for (const QChar name : order)
            lines.push_back({QString(name).toStdString(), static_cast<int>(lines.size())});
        const SeriesLookup lookup(lines);
        lines.push_back({"d", -1});
        for (const QChar name : QStringLiteral("abcdef")) {
            const Line *const found = lookup.find(QString(name).toStdString());
            const auto expected = order.indexOf(name);
            QCOMPARE(found != nullptr, expected >= 0);
            if (found != nullptr)
                QCOMPARE(found->number, static_cast<int>(expected));
        }
    }
};

SIGHTGLASS_TEST(SeriesLookupTest)

} // namespace

#include "serieslookuptest.moc"
