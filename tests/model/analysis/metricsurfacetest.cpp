// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/metricsurface.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using Kind = SurfaceChange::Kind;

MetricSurface surfaceOf(std::string_view body, ExpositionFormat format = ExpositionFormat::PrometheusText)
{
    return metricSurface(readPage(body, format));
}

constexpr std::string_view page = "# HELP http_requests_total Requests.\n"
                                  "# TYPE http_requests_total counter\n"
                                  "http_requests_total{code=\"200\",method=\"get\"} 1\n"
                                  "http_requests_total{code=\"500\"} 1\n"
                                  "# TYPE d histogram\n"
                                  "d_bucket{path=\"/\",le=\"1\"} 1\n"
                                  "d_bucket{path=\"/\",le=\"+Inf\"} 1\n"
                                  "d_sum{path=\"/\"} 1\n"
                                  "d_count{path=\"/\"} 1\n"
                                  "# HELP idle_total Nothing yet.\n"
                                  "# TYPE idle_total counter\n";

class MetricSurfaceTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void whatOthersRelyOn()
    {
        QCOMPARE(QByteArray::fromStdString(surfaceText(surfaceOf(page))),
                 QByteArray("# sightglass surface 1\n"
                            "# What others rely on: metric names, types, labels and help. Sorted, one thing "
                            "per line.\n"
                            "# Compare with: sightglass surface URL --compare THIS-FILE\n"
                            "\n"
                            "d histogram\n"
                            "  label path\n"
                            "\n"
                            "http_requests_total counter\n"
                            "  help \"Requests.\"\n"
                            "  label code\n"
                            "  label method\n"
                            "\n"
                            "idle_total counter\n"
                            "  help \"Nothing yet.\"\n"
                            "  no series\n"));
    }

    /// The same service in OpenMetrics has the same names, and its units.
    void openMetrics()
    {
        const MetricSurface surface = surfaceOf("# TYPE http_requests counter\n"
                                                "# HELP http_requests Requests.\n"
                                                "http_requests_total 1\n"
                                                "# TYPE t_seconds gauge\n"
                                                "# UNIT t_seconds seconds\n"
                                                "t_seconds 1\n"
                                                "# EOF\n",
                                                ExpositionFormat::OpenMetricsText);
        QCOMPARE(surface.size(), std::size_t{2});
        QCOMPARE(surface[0], (SurfaceMetric{"http_requests_total", "counter", "", "Requests."}));
        QCOMPARE(surface[1], (SurfaceMetric{"t_seconds", "gauge", "seconds", ""}));
    }

    void textsComeBack()
    {
        const MetricSurface hostile = {
            {"a b\n# x\"", "gauge", "\\x", "a\\\"\n\x01 \xe2\x80\xae", {"l l", "z"}},
            {"b", "unknown", "", "", {}, false}};
        const auto back = readSurfaceText(surfaceText(hostile));
        QVERIFY(back.ok());
        QCOMPARE(*back, hostile);
        const auto windows =
            readSurfaceText("# sightglass surface 1\n\r\nx gauge\r\n  label b\r\n  label a\r\n");
        QVERIFY(windows.ok());
        QCOMPARE(windows->front().labels, (std::vector<std::string>{"a", "b"}));
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<uint>("line");
        const QByteArray head = "# sightglass surface 1\n";
        QTest::newRow("a page") << QByteArray("a 1\n") << 1U;
        QTest::newRow("empty") << QByteArray() << 1U;
        QTest::newRow("no type") << head + "a\n" << 2U;
        QTest::newRow("too much") << head + "a gauge 1\n" << 2U;
        QTest::newRow("unknown detail") << head + "a gauge\n  colour red\n" << 3U;
        QTest::newRow("detail of nothing") << head + "\n  help x\n" << 3U;
        QTest::newRow("open quotes") << head + "a gauge\n  help \"x\\\n" << 3U;
        QTest::newRow("bad escape") << head + "a gauge\n  help \"\\x0\"\n" << 3U;
    }
    void brokenFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(uint, line);
        const auto read =
            readSurfaceText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        QVERIFY(!read.ok());
        QCOMPARE(read.error().position.line, line);
    }

    void drift()
    {
        const MetricSurface before = surfaceOf(page);
        QVERIFY(compareSurfaces(before, before).empty());
        const MetricSurface after = surfaceOf("# HELP http_requests_total Requests handled.\n"
                                              "# TYPE http_requests_total gauge\n"
                                              "http_requests_total{code=\"200\",handler=\"/\"} 1\n"
                                              "# TYPE idle_total counter\n"
                                              "# HELP idle_total Nothing yet.\n"
                                              "idle_total{x=\"y\"} 1\n"
                                              "new 1\n");
        const std::vector<SurfaceChange> expected = {
            {Kind::Removed, "d", "histogram", ""},
            {Kind::TypeChanged, "http_requests_total", "counter", "gauge"},
            {Kind::HelpChanged, "http_requests_total", "Requests.", "Requests handled."},
            {Kind::LabelRemoved, "http_requests_total", "method", ""},
            {Kind::LabelAdded, "http_requests_total", "", "handler"},
            {Kind::Added, "new", "", "unknown"}};
        const std::vector<SurfaceChange> changes = compareSurfaces(before, after);
        QCOMPARE(changes, expected);
        QVERIFY(changes.back().isAddition());
        QVERIFY(!changes.front().isAddition());
    }
};

} // namespace

SIGHTGLASS_TEST(MetricSurfaceTest)

#include "metricsurfacetest.moc"
