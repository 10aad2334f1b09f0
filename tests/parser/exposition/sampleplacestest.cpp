// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/sampleplaces.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class SamplePlacesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("parts");
        const auto row = [](const char *line, const char *parts) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(parts);
        };
        // Labels, value, timestamp.
        row("a 1", "|1|");
        row("a 1 2\nb 3 4\n", "|1|2");
        row("  a\t{b=\"c\"}\t1\t2", "b=\"c\"|1|2");
        row("a{b=\"c\",d=\"e\",} 1 2", "b=\"c\" d=\"e\"|1|2");
        row("a{b=\"c\" d = \"e\"} 1", "b=\"c\" d = \"e\"|1|");
        row("a{b=\"}\\\" ,x=\\\"\",c=\"\"}1", "b=\"}\\\" ,x=\\\"\" c=\"\"|1|");
        row("{\"a b\",\"c}d\"=\"e\"} 1 2.5", "\"c}d\"=\"e\"|1|2.5");
        row("a{b=\"c\nd\"} 1", "b=\"c\nd\"|1|");
        row("a_total{b=\"c\"} 1 # {d=\"e\"} 3 4", "b=\"c\"|1|");
        row("a_total 1 2 # {d=\"e\"} 3", "|1|2");
        // What could not be read.
        row("", "||");
        row("a", "||");
        row("a{", "||");
        row("a{b", "||");
        row("a{b=", "b=||");
        row("a{b=\"c", "b=\"c||");
        row("a{b=\"c\\", "b=\"c\\||");
        row("a{=\"c\",,}", "=\"c\"||");
        row("a{b=c} 1", "b=c|1|");
    }

    void places()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, parts);
        // Somewhere in a page, so that places are the page's.
        const std::string before = "x 1\n";
        const std::string body = before + line.toStdString();
        const SamplePlaces places = samplePlaces(body, before.size());
        const auto text = [&body](SourceSpan span) { return body.substr(span.begin, span.end - span.begin); };
        std::string got;
        for (const LabelPlace &label : places.labels)
            got += (got.empty() ? "" : " ") + text(label.whole());
        got += '|' + text(places.value) + '|' + text(places.timestamp);
        QCOMPARE(QByteArray::fromStdString(got), parts);
    }
};

SIGHTGLASS_TEST(SamplePlacesTest)

} // namespace

#include "sampleplacestest.moc"
