// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/peer.h"

#include "model/scrape/collector.h"
#include "model/scrape/httpfetcher.h"
#include "model/scrape/systemclock.h"
#include "tests/model/scrape/scrapehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <limits>
#include <map>
#include <optional>
#include <string>

using namespace sightglass;
using namespace sightglass::test;

namespace {

/// The page as the peer gives it to a plain request, by our own parser: series text without blanks -> value.
std::map<std::string, double> directly(const QUrl &url)
{
    HttpFetcher fetcher;
    std::optional<Result<FetchedPage>> page;
    fetcher.start({url, 5000, 0, {}}, [&](Result<FetchedPage> result) { page = std::move(result); });
    std::map<std::string, double> values;
    if (!QTest::qWaitFor([&] { return page.has_value(); }, 6000) || !page->ok())
        return values;
    const auto parser = createExpositionParser((*page)->format, (*page)->body);
    std::vector<Label> labels;
    for (auto entry = parser->next(); entry && *entry != ExpositionParser::Entry::End;
         entry = parser->next()) {
        if (*entry != ExpositionParser::Entry::Sample)
            continue;
        parser->decodeLabels(labels);
        values[Labels(labels).toString()] = parser->value();
    }
    return values;
}

/// Metrics whose value stands still between two scrapes of a quiet program.
bool isStable(const Labels &labels)
{
    static const QStringList stable{QStringLiteral("node_boot_time_seconds"),
                                    QStringLiteral("node_uname_info"),
                                    QStringLiteral("node_memory_MemTotal_bytes"),
                                    QStringLiteral("node_exporter_build_info"),
                                    QStringLiteral("node_filesystem_size_bytes"),
                                    QStringLiteral("process_start_time_seconds"),
                                    QStringLiteral("process_max_fds"),
                                    QStringLiteral("prometheus_build_info"),
                                    QStringLiteral("prometheus_config_last_reload_successful"),
                                    QStringLiteral("go_info")};
    return stable.contains(QString::fromStdString(std::string(labels.metricName())));
}

class PeerTest : public TestCase
{
    Q_OBJECT

private slots:
    void nodeExporter()
    {
        if (peerProgram(QStringLiteral("prometheus-node-exporter")).isEmpty())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus-node-exporter"))));
        Peer peer;
        QVERIFY(peer.startNodeExporter());
        scrapeAndCompare(peer, 200);
    }

    void prometheus()
    {
        if (peerProgram(QStringLiteral("prometheus")).isEmpty())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus"))));
        Peer peer;
        QVERIFY(peer.startPrometheus("global: {scrape_interval: 15s}\n"));
        scrapeAndCompare(peer, 200);
    }

private:
    void scrapeAndCompare(const Peer &peer, std::size_t atLeast)
    {
        Collector collector(std::make_shared<SystemClock>(), {{}, 20});
        CollectorTick last;
        connect(&collector, &Collector::tick, this, [&](const CollectorTick &tick) { last = tick; });
        TargetConfig config;
        config.id = QStringLiteral("peer");
        config.url = peer.url();
        config.intervalMs = 500;
        collector.setTargets({config});
        QTRY_VERIFY_WITH_TIMEOUT(!last.targets.empty() && last.targets.front().scrapes >= 5, 10'000);
        const TargetStatus status = last.targets.front();
        QVERIFY2(!status.error, status.error ? plainText(*status.error).c_str() : "");
        QVERIFY(status.health == TargetHealth::Up);
        QCOMPARE(status.failures, std::uint64_t{0});
        QCOMPARE(status.samplesDropped, std::size_t{0});
        QVERIFY2(status.samples >= atLeast, qPrintable(QString::number(status.samples)));
        QCOMPARE(newestValue(*last.snapshot, "up"), std::optional(1.0));
        compareStable(*last.snapshot, directly(peer.url()));
    }

    static void compareStable(const Snapshot &snapshot, const std::map<std::string, double> &direct)
    {
        QVERIFY(!direct.empty());
        int compared = 0;
        for (const std::string &metric : snapshot.labelValues(metricNameLabel)) {
            for (const auto &series : seriesOf(snapshot, metric)) {
                if (!isStable(series->labels()))
                    continue;
                SampleColumns columns;
                series->read({0, std::numeric_limits<TimestampMs>::max() / 2}, columns);
                const std::string exposed = series->labels().without("job").without("instance").toString();
                const auto found = direct.find(exposed);
                QVERIFY2(found != direct.end(), exposed.c_str());
                QCOMPARE(columns.values.back(), found->second);
                QVERIFY(columns.values.size() >= 4);
                ++compared;
            }
        }
        QVERIFY(compared >= 4);
    }
};

} // namespace

SIGHTGLASS_TEST(PeerTest)
#include "peertest.moc"
