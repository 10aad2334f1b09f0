// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/seriesvalidation.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class SeriesValidationTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("verdict");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, std::vector<Label> labels, const char *expected) {
            const auto result = validatedLabels(labels);
            const std::string verdict = result ? result->toString() : plainText(result.error());
            QTest::newRow(name) << QByteArray::fromStdString(verdict) << QByteArray(expected);
        };
        row("sorted", {{"__name__", "m"}, {"b", "2"}, {"a", "1"}}, "m{a=\"1\", b=\"2\"}");
        row("empty value dropped", {{"__name__", "m"}, {"b", ""}}, "m");
        row("no name", {{"a", "1"}}, "missing metric name (__name__ label)");
        row("empty name", {{"__name__", ""}, {"a", "1"}}, "missing metric name (__name__ label)");
        row("nothing", {}, "missing metric name (__name__ label)");
        row("twice", {{"__name__", "m"}, {"x", "1"}, {"x", "1"}},
            "label name \"x\" is not unique: invalid sample");
        row("name twice", {{"__name__", "m"}, {"__name__", "n"}},
            "label name \"__name__\" is not unique: invalid sample");
        row("twice and once empty", {{"__name__", "m"}, {"x", "1"}, {"x", ""}}, "m");
        row("UTF-8 name", {{"__name__", "my metric"}, {"ä", "1"}}, "{\"my metric\", \"ä\"=\"1\"}");
        row("name not UTF-8", {{"__name__", "m\xff"}}, "invalid metric name or label names: {\"m\\xff\"}");
        row("label name not UTF-8", {{"__name__", "m"}, {"\xff", "1"}},
            "invalid metric name or label names: m{\"\\xff\"=\"1\"}");
        row("empty label name", {{"__name__", "m"}, {"", "1"}},
            "invalid metric name or label names: m{\"\"=\"1\"}");
    }

    void verdicts()
    {
        QFETCH(QByteArray, verdict);
        QFETCH(QByteArray, expected);
        QCOMPARE(verdict, expected);
    }

    void errorsAreOfTheSeries()
    {
        std::vector<Label> labels;
        const auto result = validatedLabels(labels);
        QVERIFY(!result && result.error().code == ErrorCode::InvalidSeries);
    }
};

SIGHTGLASS_TEST(SeriesValidationTest)

} // namespace

#include "seriesvalidationtest.moc"
