// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/cardinality.h"

#include "model/analysis/diagnosis.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class CardinalityTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void savings()
    {
        const ExposedPage page = readPage("# TYPE b gauge\nb 1\n# TYPE a gauge\n"
                                          "a{x=\"1\",y=\"1\"} 1\na{x=\"1\",y=\"2\"} 1\na{x=\"2\",y=\"1\"} 1\n"
                                          "a{x=\"2\",y=\"3\"} 1\na{x=\"2\",y=\"3\"} 1\n",
                                          ExpositionFormat::PrometheusText);
        const auto families = cardinalityOf(page);
        QCOMPARE(families.size(), std::size_t{2});
        QCOMPARE(families[0].name, std::string("a"));
        QCOMPARE(families[0].series, std::size_t{4});
        QCOMPARE(families[0].labels.size(), std::size_t{2});
        QCOMPARE(families[0].labels[0].name, std::string("y"));
        QCOMPARE(families[0].labels[0].values, std::size_t{3});
        QCOMPARE(families[0].labels[0].seriesWithout, std::size_t{2});
        QCOMPARE(families[0].labels[1].seriesWithout, std::size_t{3});
        QCOMPARE(cardinalityOf(page, 1).size(), std::size_t{1});
    }

    /// Lines that are there twice are one series: the shares of all families are the whole.
    void linesTwice()
    {
        const ExposedPage page = readPage("twice{x=\"1\"} 1\ntwice{x=\"1\"} 2\ntwice{x=\"1\"} 3\n"
                                          "often{y=\"1\"} 1\noften{y=\"2\"} 1\nsome{z=\"1\"} 1\nsome 1\n",
                                          ExpositionFormat::PrometheusText);
        QCOMPARE(seriesByFamily(page), (std::vector<std::size_t>{1, 2, 2}));
        QCOMPARE(diagnose(page).figures.series, std::size_t{5});
        const auto families = cardinalityOf(page);
        QCOMPARE(families[0].name, std::string("often"));
        QCOMPARE(families[1].name, std::string("some"));
        QCOMPARE(families[1].labels[0].seriesWithout, std::size_t{1});
        QCOMPARE(families[2].series, std::size_t{1});
        QCOMPARE(families[2].labels[0].seriesWithout, std::size_t{1});
    }

    void sharesAreOfDistinctSeries()
    {
        std::string body;
        for (int i = 0; i < 2002; ++i)
            body += "a{x=\"" + std::to_string(i / 2) + "\"} 1\n";
        for (int i = 0; i < 1001; ++i)
            body += "b{x=\"" + std::to_string(i) + "\"} 1\n";
        const Diagnosis diagnosis = diagnose(readPage(body, ExpositionFormat::PrometheusText));
        QStringList texts;
        for (const PageFinding &finding : diagnosis.findings) {
            if (finding.rule->id == "many-series")
                texts << QString::fromStdString(findingText(finding));
        }
        QCOMPARE(texts, (QStringList{QStringLiteral("a has 1001 series, 50 % of the page's 2002"),
                                     QStringLiteral("b has 1001 series, 50 % of the page's 2002")}));
    }

    /// What Prometheus would have without le is no histogram any more.
    void histograms()
    {
        const ExposedPage page = readPage(
            "# TYPE h histogram\nh_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_count 1\nh_sum 1\n",
            ExpositionFormat::PrometheusText);
        const auto families = cardinalityOf(page);
        QCOMPARE(families.size(), std::size_t{1});
        QCOMPARE(families[0].series, std::size_t{4});
        QVERIFY(families[0].labels.empty());
    }

    void shapes_data()
    {
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<int>("shape");
        const auto row = [](const char *values, LabelShape shape) {
            QTest::newRow(values) << QByteArray(values) << static_cast<int>(shape);
        };
        row("GET POST", LabelShape::Words);
        row("0.5 0.99 1", LabelShape::Words);
        row("200 404 500", LabelShape::Words);
        row("00000000 11111111", LabelShape::Number);
        row("12345 99999", LabelShape::Number);
        row("/user/12345 /user/54321/x", LabelShape::Number);
        row("/user/1234 /user/x", LabelShape::Words);
        row("1763000000 1763000001", LabelShape::Timestamp);
        row("1763000000000", LabelShape::Timestamp);
        row("2026-11-21T21:00:00Z", LabelShape::Timestamp);
        row("123e4567-e89b-12d3-a456-426614174000", LabelShape::Uuid);
        row("da39a3ee5e6b4b0d3255bfef95601890afd80709", LabelShape::Hash);
        row("deadbeefdeadbeefcafe", LabelShape::Words);
        row("a@b.de c@d.org", LabelShape::Email);
        row("user@host", LabelShape::Words);
        row("https://a/b http://c", LabelShape::Url);
        row("a b c d 123e4567-e89b-12d3-a456-426614174000", LabelShape::Words);
        row("", LabelShape::Words);
    }

    void shapes()
    {
        QFETCH(QByteArray, values);
        QFETCH(int, shape);
        const QList<QByteArray> parts = values.split(' ');
        std::vector<std::string_view> views;
        for (const QByteArray &part : parts)
            views.emplace_back(part.constData(), static_cast<std::size_t>(part.size()));
        QCOMPARE(static_cast<int>(shapeOf(views)), shape);
    }
};

SIGHTGLASS_TEST(CardinalityTest)

} // namespace

#include "cardinalitytest.moc"
