// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/labels.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;

Labels labelSet(std::vector<Label> labels)
{
    return Labels(std::move(labels));
}

class LabelsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheInvariants()
    {
        const Labels labels =
            labelSet({{"z", "1"}, {"a", "old"}, {"empty", ""}, {"a", "new"}, {"__name__", "m"}});
        QCOMPARE(labels.size(), std::size_t{3});
        QCOMPARE(labels.value("a"), std::string_view("new"));
        QCOMPARE(labels.value("empty"), std::string_view());
        QVERIFY(std::is_sorted(labels.begin(), labels.end()));
        QCOMPARE(labels.metricName(), std::string_view("m"));
    }

    void emptySetIsOneValue()
    {
        QVERIFY(Labels().empty());
        QVERIFY(labelSet({{"a", ""}}) == Labels());
        QCOMPARE(labelSet({{"a", ""}}).hash(), Labels().hash());
        QVERIFY(labelSet({{"a", "1"}}).without("a") == Labels());
    }

    void equalSetsHashAlike()
    {
        const Labels one = Labels::withName("m", {{"a", "1"}, {"b", "2"}});
        const Labels other = Labels::withName("m", {{"b", "2"}, {"a", "1"}});
        QVERIFY(one == other);
        QCOMPARE(one.hash(), other.hash());
        QVERIFY(one != one.with("a", "2"));
        QVERIFY(one == one.with("c", "").with("a", "1"));
    }

    void selects()
    {
        const Labels labels = Labels::withName("m", {{"a", "1"}, {"b", "2"}});
        const std::vector<std::string> names = {"b", "unknown", "__name__"};
        QVERIFY(labels.keeping(names) == Labels::withName("m", {{"b", "2"}}));
        QVERIFY(labels.dropping(names) == labelSet({{"a", "1"}}));
    }

    void orders()
    {
        const Labels a = labelSet({{"a", "1"}});
        const Labels longer = labelSet({{"a", "1"}, {"b", "1"}});
        const Labels other = labelSet({{"b", "0"}});
        QVERIFY(a < longer);
        QVERIFY(longer < other);
        QVERIFY(Labels() < a);
    }

    void prints_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const Labels &labels, const char *expected) {
            QTest::newRow(expected) << QByteArray::fromStdString(labels.toString()) << QByteArray(expected);
        };
        row(Labels(), "{}");
        row(Labels::withName("up"), "up");
        row(labelSet({{"a", "1"}}), "{a=\"1\"}");
        row(Labels::withName("m", {{"b", "x\"\n"}, {"a", "1"}}), "m{a=\"1\", b=\"x\\\"\\n\"}");
        row(Labels::withName("my.metric", {{"a.b", "1"}}), "{\"my.metric\", \"a.b\"=\"1\"}");
    }

    void prints()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(text, expected);
    }
};

SIGHTGLASS_TEST(LabelsTest)

} // namespace

#include "labelstest.moc"
