// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/labels.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

    void walksInOrder()
    {
        const Labels labels = labelSet({{"b", "2"}, {"a", "1"}, {"longer name", std::string(1000, 'x')}});
        std::vector<Label> walked;
        for (const LabelView label : labels)
            walked.push_back(static_cast<Label>(label));
        const std::vector<Label> expected = {{"a", "1"}, {"b", "2"}, {"longer name", std::string(1000, 'x')}};
        QCOMPARE(walked, expected);
        QVERIFY(Labels().begin() == Labels().end());
    }

    /// Where one text ends and the next begins is part of the value.
    void tellsTextsApart()
    {
        QVERIFY(labelSet({{"ab", "c"}}) != labelSet({{"a", "bc"}}));
        QVERIFY(labelSet({{"a", "1"}, {"b", "2"}}) != labelSet({{"a", "1b2"}}));
        QVERIFY(labelSet({{"ab", "c"}}).hash() != labelSet({{"a", "bc"}}).hash());
        const std::string zero(1, '\0');
        QVERIFY(labelSet({{"a", "x"}}) != labelSet({{"a", "x" + zero}}));
        QVERIFY(labelSet({{"a", "x"}}).hash() != labelSet({{"a", "x" + zero}}).hash());
    }

    void fromSortedIsTheSameValue()
    {
        const std::vector<LabelView> sorted = {{"__name__", "m"}, {"a", "1"}, {"b", "ü"}};
        const Labels labels = Labels::fromSorted(sorted);
        QVERIFY(labels == Labels::withName("m", {{"b", "ü"}, {"a", "1"}}));
        QVERIFY(labels.bytes() >= 3 * 2 * sizeof(std::uint32_t) + 8 + 1 + 1 + 1 + 1 + 2);
        QVERIFY(Labels::fromSorted({}) == Labels());
        QCOMPARE(Labels().bytes(), std::size_t{0});
    }

    void copiesShare()
    {
        Labels copy;
        std::string_view view;
        {
            const Labels labels = labelSet({{"a", "a value that is too long for a short string"}});
            view = labels.value("a");
            copy = labels;
        }
        QVERIFY(copy.value("a").data() == view.data());
        const Labels &same = copy;
        copy = same;
        QCOMPARE(copy.value("a"), view);
        const Labels moved = std::move(copy);
        QCOMPARE(moved.value("a"), view);
        copy = moved.with("b", "2");
        QCOMPARE(moved.size(), std::size_t{1});
        QCOMPARE(copy.size(), std::size_t{2});
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
