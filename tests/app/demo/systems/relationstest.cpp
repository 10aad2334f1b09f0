// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/sellifyquota.h"
#include "app/demo/systems/systemtable.h"
#include "tests/app/demo/systems/pagevalues.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::demo;
using namespace std::chrono_literals;

/// What the metrics of one system say of each other, whatever happens.
class RelationsTest : public test::TestCase
{
    Q_OBJECT

private:
    /// Steps models of several seeds through random weather and looks at each of their pages.
    template<typename Check>
    static void watch(SystemId id, const char *prefix, const Check &check)
    {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const auto model = systemEntry(id).makeModel(seed);
            ModelRandom random(seed);
            Weather weather;
            for (int i = 0; i < 400; ++i) {
                if (random.between(0, 1) < 0.05)
                    weather =
                        weatherAt(allScenarios.at(static_cast<std::size_t>(random.between(0, 6))), 20s, {});
                model->step(random.logNormal(0.8, 1), weather);
                check(PageValues(model->metrics(), prefix));
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    static void checkEndpoints(const PageValues &page)
    {
        for (const std::string &endpoint : page.values("http_requests_total", "endpoint")) {
            QCOMPARE(page.sum("http_requests_total", {{"endpoint", endpoint}}),
                     page.sum("http_request_duration_seconds_count", {{"endpoint", endpoint}}));
        }
    }

private Q_SLOTS:
    void streamHouseTraffic();
    void streamHouseStorage();
    void allSourceIngestion();
    void allSourceStorage();
    void allSourceApi();
    void controlPlane();
    void sellify();
    void sellifyQuotas();
    void sellifyResetsAreSeen();
    void incidentsMoveWhatBelongsTogether_data();
    void incidentsMoveWhatBelongsTogether();
};

void RelationsTest::streamHouseTraffic()
{
    watch(SystemId::StreamHouse, "streamhouse_", [](const PageValues &page) {
        double partitions = 0;
        for (const std::string &topic : page.values("producer_records_total", "topic")) {
            const double records = page.sum("producer_records_total", {{"topic", topic}});
            QCOMPARE(page.sum("producer_batch_size_sum", {{"topic", topic}}), records);
            QCOMPARE(page.sum("producer_batch_size_count", {{"topic", topic}}),
                     page.sum("producer_latency_seconds_count", {{"topic", topic}}));
            QVERIFY(page.sum("producer_bytes_total", {{"topic", topic}}) >= 100 * records);
        }
        // What a group has not read of a topic is its lag.
        for (const auto &[topic, group] :
             {std::pair{"orders", "billing"}, {"clicks", "analytics"}, {"payments", "archiver"}}) {
            const double written = page.sum("producer_records_total", {{"topic", topic}});
            const double read =
                page.sum("consumer_records_total", {{"topic", topic}, {"consumer_group", group}});
            QVERIFY(written >= read);
            QCOMPARE(page.sum("consumer_lag", {{"topic", topic}, {"consumer_group", group}}), written - read);
        }
        for (const auto &[topic, count] :
             {std::pair{"orders", 6}, {"payments", 4}, {"clicks", 8}, {"audit", 2}})
            partitions += count;
        QCOMPARE(page.sum("partitions_total"), partitions);
        QCOMPARE(page.sum("topics_total"), 4.0);
    });
}

void RelationsTest::streamHouseStorage()
{
    watch(SystemId::StreamHouse, "streamhouse_", [](const PageValues &page) {
        const auto succeeded = [&page](const char *operation) {
            return page.sum("s3_requests_total", {{"operation", operation}}) -
                   page.sum("s3_errors_total", {{"operation", operation}});
        };
        for (const std::string &operation : page.values("s3_requests_total", "operation")) {
            QCOMPARE(page.sum("s3_latency_seconds_count", {{"operation", operation}}),
                     page.sum("s3_requests_total", {{"operation", operation}}));
            QVERIFY(succeeded(operation.c_str()) >= 0);
        }
        QCOMPARE(page.sum("segment_flushes_total"), succeeded("PUT"));
        QVERIFY(page.sum("segment_flushes_total") <= page.sum("segment_writes_total"));
        QCOMPARE(page.sum("cache_misses_total"), succeeded("GET"));
        QVERIFY(page.sum("cache_size_bytes") <= 512.0 * 1024 * 1024);
        QVERIFY(page.sum("agents_active") >= 2 && page.sum("agents_active") <= 3);
    });
}

void RelationsTest::allSourceIngestion()
{
    watch(SystemId::AllSourceCore, "allsource_", [](const PageValues &page) {
        const double events = page.sum("events_ingested_total");
        const double offered = events + page.sum("ingestion_errors_total");
        QCOMPARE(page.sum("events_ingested_by_type"), events);
        QCOMPARE(page.sum("ingestion_duration_seconds_count"), offered);
        QCOMPARE(page.sum("schema_validations_total"), offered);
        QCOMPARE(page.sum("schema_validation_duration_seconds_count"), offered);
        QVERIFY(page.sum("schema_validations_total", {{"result", "invalid"}}) <=
                page.sum("ingestion_errors_total"));
        QCOMPARE(double(page.values("schema_validations_total", "subject").size()),
                 page.sum("schemas_registered_total"));
        QCOMPARE(double(page.values("pipeline_events_processed", "pipeline").size()),
                 page.sum("pipelines_registered_total"));
        for (const std::string &pipeline : page.values("pipeline_events_processed", "pipeline")) {
            QCOMPARE(page.sum("pipeline_events_processed", {{"pipeline", pipeline}}), events);
            QCOMPARE(page.sum("pipeline_processing_duration_seconds_count", {{"pipeline", pipeline}}),
                     events);
            QVERIFY(page.sum("pipeline_events_filtered", {{"pipeline", pipeline}}) <= events);
        }
        for (const std::string &projection : page.values("projection_events_processed", "projection")) {
            const double processed = page.sum("projection_events_processed", {{"projection", projection}});
            QVERIFY(processed <= events);
            QVERIFY(page.sum("projection_errors_total", {{"projection", projection}}) <= processed);
            QCOMPARE(page.sum("projection_processing_duration_seconds_count", {{"projection", projection}}),
                     processed);
        }
    });
}

void RelationsTest::allSourceStorage()
{
    watch(SystemId::AllSourceCore, "allsource_", [](const PageValues &page) {
        const double running = page.sum("replays_started_total") - page.sum("replays_completed_total") -
                               page.sum("replays_failed_total");
        QVERIFY(running == 0 || running == 1);
        QCOMPARE(page.sum("replay_duration_seconds_count"), page.sum("replays_started_total") - running);
        QCOMPARE(page.sum("storage_events_total"), 12'480'000 + page.sum("events_ingested_total"));
        QVERIFY(page.sum("storage_entities_total") <= page.sum("storage_events_total"));
        QVERIFY(page.sum("parquet_files_total") >= 1);
        QVERIFY(page.sum("wal_segments_total") >= 1);
        QVERIFY(page.sum("storage_size_bytes") > 9e9);
        QCOMPARE(page.sum("compaction_duration_seconds_count"), page.sum("compactions_total"));
        QVERIFY(page.sum("compaction_files_merged") >= 2 * page.sum("compactions_total"));
        QCOMPARE(page.sum("snapshot_creation_duration_seconds_count"), page.sum("snapshots_created_total"));
        QVERIFY(page.sum("snapshots_total") <= page.sum("snapshots_created_total"));
    });
}

void RelationsTest::allSourceApi()
{
    watch(SystemId::AllSourceCore, "allsource_", [](const PageValues &page) {
        checkEndpoints(page);
        for (const std::string &type : page.values("queries_total", "query_type")) {
            QCOMPARE(page.sum("query_duration_seconds_count", {{"query_type", type}}),
                     page.sum("queries_total", {{"query_type", type}}));
        }
        QCOMPARE(page.sum("http_requests_total", {{"endpoint", "/api/v1/entities/:id/state"}}),
                 page.sum("queries_total", {{"query_type", "entity"}}));
        QCOMPARE(page.sum("http_requests_total", {{"endpoint", "/api/v1/events/query"}}),
                 page.sum("queries_total", {{"query_type", "type"}}) +
                     page.sum("queries_total", {{"query_type", "full_scan"}}));
        QVERIFY(page.sum("websocket_connections_active") <= page.sum("websocket_connections_total"));
        QVERIFY(page.sum("websocket_errors_total") <=
                page.sum("websocket_connections_total") - page.sum("websocket_connections_active"));
    });
}

void RelationsTest::controlPlane()
{
    watch(SystemId::AllSourceControlPlane, "control_plane_", [](const PageValues &page) {
        checkEndpoints(page);
        const double leader = page.sum("core_events_total", {{"node_id", "core-1"}});
        for (const std::string &node : page.values("core_events_total", "node_id")) {
            const double healthy = page.sum("core_health_status", {{"node_id", node}});
            QVERIFY(healthy == 0 || healthy == 1);
            // Nobody knows events that the first node has not.
            QVERIFY(page.sum("core_events_total", {{"node_id", node}}) <= leader);
        }
        QCOMPARE(page.values("core_events_total", "node_id"), page.values("core_health_status", "node_id"));
    });
}

void RelationsTest::sellify()
{
    watch(SystemId::Sellify, "sellify_", [](const PageValues &page) {
        checkEndpoints(page);
        QCOMPARE(page.sum("validation_results"), page.sum("ai_requests_total", {{"status", "success"}}));
        QCOMPARE(page.sum("ai_generation_duration_seconds_count"), page.sum("ai_requests_total"));
        QVERIFY(page.sum("ai_requests_total") >= page.sum("decisions_total", {{"action", "RespondText"}}));
        QVERIFY(page.sum("forbidden_words_detected") <=
                page.sum("validation_results", {{"result", "invalid"}}));
        QCOMPARE(page.sum("http_requests_total", {{"endpoint", "/api/v1/decision"}}),
                 page.sum("decisions_total"));
        QVERIFY(page.sum("audit_logs_total") >= page.sum("decisions_total"));
        QVERIFY(page.sum("alerts_sent_total", {{"severity", "warning"}}) ==
                page.sum("decisions_total", {{"action", "AlertHuman"}}));
    });
}

void RelationsTest::sellifyQuotas()
{
    watch(SystemId::Sellify, "sellify_", [](const PageValues &page) {
        QVERIFY(page.sum("quota_messages_today") <= 200);
        QVERIFY(page.sum("quota_images_today") <= 60);
        QVERIFY(page.sum("quota_videos_week") <= 40);
        if (page.sum("quota_resets_total", {{"reset_type", "weekly"}}) > 0)
            return;
        // In the first week every text that passed was sent or met the limit.
        QCOMPARE(page.sum("quota_messages_week") +
                     page.sum("quota_limit_reached", {{"quota_type", "messages"}}),
                 page.sum("validation_results", {{"result", "valid"}}));
        QVERIFY(page.sum("quota_messages_today") <= page.sum("quota_messages_week"));
        QCOMPARE(page.sum("quota_videos_week") + page.sum("quota_limit_reached", {{"quota_type", "videos"}}),
                 page.sum("decisions_total", {{"action", "SendVideo"}}));
    });
}

/// Both kinds within the first minute behind what is stepped ahead, for whoever looks at the demo; panels of
/// them are empty else.
void RelationsTest::sellifyResetsAreSeen()
{
    SellifyQuota quota;
    for (int quiet = 0; quiet < 900; ++quiet)
        static_cast<void>(quota.step(1, SellifyQuota::ResetJob::Works));
    double resets = 0;
    for (int second = 0; second < 60; ++second)
        resets += quota.step(1, SellifyQuota::ResetJob::Works);
    QVERIFY(resets >= 2);
}

struct Movement
{
    const char *what;
    double (*value)(const PageValues &before, const PageValues &after); ///< over a minute
    double calmAtMost;
    double incidentAtLeast;
};

double grown(const PageValues &before, const PageValues &after, const char *name)
{
    return after.sum(name) - before.sum(name);
}

double ratio(const PageValues &before, const PageValues &after, const char *name, const char *of)
{
    return grown(before, after, name) / std::max(1.0, grown(before, after, of));
}

using Page = const PageValues &;
using Movements = std::vector<Movement>;

/// The mean of a histogram over the time between two pages.
double mean(Page before, Page after, const std::string &histogram)
{
    return ratio(before, after, (histogram + "_sum").c_str(), (histogram + "_count").c_str());
}

Movements streamHouseMovements()
{
    return {
        {"lag", [](Page, Page now) { return now.sum("consumer_lag"); }, 10'000, 40'000},
        {"S3 errors", [](Page a, Page b) { return ratio(a, b, "s3_errors_total", "s3_requests_total"); }, .01,
         .15},
        {"S3 time", [](Page a, Page b) { return mean(a, b, "s3_latency_seconds"); }, .1, .5},
        {"misses", [](Page a, Page b) { return ratio(a, b, "cache_misses_total", "cache_hits_total"); }, .1,
         .3},
        {"agents lost", [](Page, Page now) { return 3 - now.sum("agents_active"); }, 0, 1},
        {"producers' errors", [](Page a, Page b) { return grown(a, b, "producer_errors_total"); }, 20, 200}};
}

Movements coreMovements()
{
    return {
        {"errors",
         [](Page a, Page b) { return ratio(a, b, "ingestion_errors_total", "events_ingested_total"); }, .001,
         .05},
        {"ingestion time", [](Page a, Page b) { return mean(a, b, "ingestion_duration_seconds"); }, .01, .05},
        {"query time", [](Page a, Page b) { return mean(a, b, "query_duration_seconds"); }, .1, .2},
        {"size", [](Page, Page now) { return now.sum("storage_size_bytes"); }, 9.9e9, 10.1e9},
        {"in flight", [](Page, Page now) { return now.sum("http_requests_in_flight"); }, 8, 9}};
}

Movements controlPlaneMovements()
{
    return {{"nodes lost", [](Page, Page now) { return 3 - now.sum("core_health_status"); }, 0, 1},
            {"time", [](Page a, Page b) { return mean(a, b, "http_request_duration_seconds"); }, .03, .08}};
}

Movements sellifyMovements()
{
    return {{"AI time", [](Page a, Page b) { return mean(a, b, "ai_generation_duration_seconds"); }, 1.5, 3},
            {"invalid texts",
             [](Page a, Page b) {
                 const auto invalid = [](Page page) {
                     return page.sum("validation_results", {{"result", "invalid"}});
                 };
                 return (invalid(b) - invalid(a)) / std::max(1.0, grown(a, b, "validation_results"));
             },
             .1, .12}};
}

void RelationsTest::incidentsMoveWhatBelongsTogether_data()
{
    QTest::addColumn<int>("system");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<std::vector<Movement>>("movements");
    const auto row = [](SystemId id, const char *prefix, const Movements &movements) {
        QTest::newRow(systemEntry(id).name.data()) << int(id) << QByteArray(prefix) << movements;
    };
    row(SystemId::StreamHouse, "streamhouse_", streamHouseMovements());
    row(SystemId::AllSourceCore, "allsource_", coreMovements());
    row(SystemId::AllSourceControlPlane, "control_plane_", controlPlaneMovements());
    row(SystemId::Sellify, "sellify_", sellifyMovements());
}

void RelationsTest::incidentsMoveWhatBelongsTogether()
{
    QFETCH(int, system);
    QFETCH(QByteArray, prefix);
    QFETCH(std::vector<Movement>, movements);
    const auto model = systemEntry(static_cast<SystemId>(system)).makeModel(2);
    const auto minutes = [&model](int count, const Weather &weather) {
        for (int i = 0; i < count * 120; ++i)
            model->step(0.5, weather);
    };
    const auto values = [&] { return PageValues(model->metrics(), prefix.toStdString()); };
    const Weather incident = weatherAt(Scenario::Incident, 20s, {});
    const auto compare = [&](const PageValues &before, const PageValues &after, bool troubled) {
        for (const Movement &movement : movements) {
            const double value = movement.value(before, after);
            QVERIFY2(troubled ? value >= movement.incidentAtLeast : value <= movement.calmAtMost,
                     qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(movement.what)).arg(value)));
        }
    };
    minutes(9, {});
    PageValues before = values();
    minutes(5, {});
    compare(before, values(), false);
    minutes(1, incident);
    before = values();
    minutes(5, incident);
    compare(before, values(), true);
    minutes(15, {});
    before = values();
    minutes(5, {});
    compare(before, values(), false);
}

} // namespace

SIGHTGLASS_TEST(RelationsTest)

#include "relationstest.moc"
