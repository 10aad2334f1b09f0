// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/collector.h"
#include "model/scrape/httpfetcher.h"
#include "model/scrape/systemclock.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstdint>
#include <memory>
#include <optional>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr std::int64_t intervalMs = 200;

TargetConfig target(const QString &id, const QUrl &url)
{
    TargetConfig config;
    config.id = id;
    config.url = url;
    config.name = id;
    config.intervalMs = intervalMs;
    config.timeoutMs = intervalMs;
    return config;
}

/// So many header lines of different names, complete.
QByteArray manyHeaders(int count)
{
    QByteArray bytes = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n";
    for (int i = 0; i < count; ++i)
        bytes += "x-" + QByteArray::number(i) + ": v\r\n";
    return bytes + "\r\n";
}

class HostileHeadersTest : public TestCase
{
    Q_OBJECT

private slots:
    void neighbourStaysUp_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("line"); // sent for ever behind them
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        QTest::newRow("long header lines for ever") << ok << "x: " + QByteArray(10'000, 'y') + "\r\n";
        QTest::newRow("short header lines for ever") << ok << QByteArray("x: y\r\n");
        QTest::newRow("one header line for ever") << ok + "x: " << QByteArray("y");
        QTest::newRow("a status line for ever") << QByteArray("HTTP/1.1 200 ") << QByteArray("y");
        QTest::newRow("20,000 headers") << manyHeaders(20'000) << QByteArray();
    }
    void neighbourStaysUp()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, line);
        HttpServer server;
        HttpAnswer answer{bytes, {}};
        if (!line.isEmpty())
            answer = HttpAnswer::endlessHeaders(bytes, line);
        server.serve("/hostile", answer);
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        CollectorTick last;
        Collector collector{std::make_shared<SystemClock>(), {{}, 20}};
        connect(&collector, &Collector::tick, this, [&](const CollectorTick &tick) { last = tick; });
        QElapsedTimer timer;
        timer.start();
        collector.setTargets({target(QStringLiteral("hostile"), server.url(QStringLiteral("/hostile"))),
                              target(QStringLiteral("healthy"), server.url())});
        QTest::qWait(3000);
        server.stop(); // or the collector's end waits for the HTTP thread that reads on
        QCOMPARE(last.targets.size(), std::size_t{2});
        const TargetStatus &healthy = last.targets.at(1);
        QVERIFY(healthy.health == TargetHealth::Up);
        QCOMPARE(healthy.failures, std::uint64_t{0});
        const auto expected = static_cast<std::uint64_t>(timer.elapsed() / intervalMs);
        QVERIFY2(healthy.scrapes + 3 >= expected, qPrintable(QString::number(healthy.scrapes)));
    }

    void comesBackWhenItBehaves()
    {
        HttpServer server;
        bool hostile = true;
        HttpAnswer flood = HttpAnswer::endlessHeaders("HTTP/1.1 200 OK\r\n", "x: y\r\n");
        flood.repeatBytes = 3 << 20; // then the connection is closed
        server.serve("/metrics",
                     [&](const HttpRequest &) { return hostile ? flood : HttpAnswer::page("a 1\n"); });
        QNetworkAccessManager manager;
        HttpFetcher fetcher(manager);
        std::optional<bool> ok;
        const auto note = [&](const Result<FetchedPage> &page) { ok = page.ok(); };
        fetcher.start({server.url(), 100, 0, {}}, note);
        QTRY_COMPARE(ok, std::optional(false));
        QVERIFY(hasFallenSilent(manager));
        hostile = false;
        ok.reset();
        fetcher.start({server.url(), 20'000, 0, {}}, note);
        QTRY_COMPARE_WITH_TIMEOUT(ok, std::optional(true), 20'000);
        QVERIFY(!hasFallenSilent(manager));
    }

    void neighbourOnSharedManagerLosesOneScrape()
    {
        HttpServer server;
        server.serve("/hostile", HttpAnswer::endlessHeaders("HTTP/1.1 200 OK\r\n", "x: y\r\n"));
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        QNetworkAccessManager manager;
        setShared(manager, true);
        HttpFetcher hostile(manager);
        HttpFetcher healthy(manager);
        int timeouts = 0;
        const auto count = [&](const Result<FetchedPage> &page) { timeouts += page.ok() ? 0 : 1; };
        hostile.start({server.url(QStringLiteral("/hostile")), 500, 0, {}}, count);
        QTRY_COMPARE(timeouts, 1);
        QVERIFY(hasFallenSilent(manager));
        int failures = 0;
        for (int i = 0; i < 5; ++i) {
            std::optional<bool> ok;
            healthy.start({server.url(), 500, 0, {}},
                          [&](const Result<FetchedPage> &page) { ok = page.ok(); });
            QTRY_VERIFY(ok.has_value());
            failures += *ok ? 0 : 1;
        }
        server.stop();
        QVERIFY2(failures <= 1, qPrintable(QString::number(failures)));
    }
};

} // namespace

SIGHTGLASS_TEST(HostileHeadersTest)
#include "hostileheaderstest.moc"
