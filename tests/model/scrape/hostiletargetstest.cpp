// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/collector.h"
#include "model/scrape/systemclock.h"
#include "tests/model/scrape/hostileanswers.h"
#include "tests/support/httpserver.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <cstdint>
#include <memory>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr std::int64_t intervalMs = 100;

TargetConfig target(const QString &id, const QUrl &url)
{
    TargetConfig config;
    config.id = id;
    config.url = url;
    config.name = id;
    config.intervalMs = intervalMs;
    config.timeoutMs = intervalMs;
    config.samples.limits.bodySize = std::size_t{4} << 20U;
    return config;
}

/// A server of its own thread, so that what it spends on its floods is not the good server's.
class HostileServer
{
public:
    HostileServer()
    {
        m_thread.reset(QThread::create([this] { run(); }));
        m_thread->start();
        m_ready.acquire();
    }
    ~HostileServer()
    {
        m_thread->quit();
        m_thread->wait();
    }
    [[nodiscard]] QUrl url(qsizetype kind) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/hostile/%2").arg(m_port).arg(kind));
    }

private:
    void run()
    {
        HttpServer server;
        const QList<HttpAnswer> answers = hostileAnswers();
        for (qsizetype i = 0; i < answers.size(); ++i)
            server.serve("/hostile/" + QByteArray::number(i), answers[i]);
        m_port = server.port();
        m_ready.release();
        QEventLoop().exec();
        server.stop();
    }

    std::unique_ptr<QThread> m_thread;
    QSemaphore m_ready;
    quint16 m_port = 0;
};

class HostileTargetsTest : public TestCase
{
    Q_OBJECT

private slots:
    void goodNeighbourIsNeverLate()
    {
        constexpr int count = 32;
        HostileServer hostile;
        HttpServer server;
        server.serve("/metrics", HttpAnswer::page("a 1\n"));
        CollectorTick last;
        auto collector =
            std::make_unique<Collector>(std::make_shared<SystemClock>(), CollectorOptions{{}, 20});
        connect(collector.get(), &Collector::tick, this, [&](const CollectorTick &tick) { last = tick; });
        std::vector<TargetConfig> targets;
        const qsizetype kinds = hostileAnswers().size();
        for (int i = 0; i < count; ++i)
            targets.push_back(target(QStringLiteral("hostile%1").arg(i), hostile.url(i % kinds)));
        targets.push_back(target(QStringLiteral("good"), server.url()));
        QElapsedTimer timer;
        timer.start();
        collector->setTargets(targets);
        QTest::qWait(3000); // scrapes per time are what is measured
        QTRY_COMPARE(last.targets.size(), std::size_t{count + 1});
        const qint64 elapsed = timer.elapsed();
        const TargetStatus good = last.targets.back();
        QVERIFY(good.health == TargetHealth::Up);
        // A fifth may be lost to a loaded machine under a sanitizer, none to the neighbours.
        QVERIFY2((good.failures + good.skipped) * 5 <= good.scrapes,
                 qPrintable(QStringLiteral("%1 failed, %2 skipped").arg(good.failures).arg(good.skipped)));
        QVERIFY2(good.scrapes + good.skipped + 3 >= static_cast<std::uint64_t>(elapsed / intervalMs),
                 qPrintable(QStringLiteral("%1 scrapes in %2 ms").arg(good.scrapes).arg(elapsed)));
        QVERIFY(server.connections() <= 1 + static_cast<int>(good.failures));
        for (int i = 0; i < count; ++i) {
            const TargetStatus &status = last.targets[static_cast<std::size_t>(i)];
            QVERIFY2(status.health == TargetHealth::Down, qPrintable(status.config.url.toString()));
            QVERIFY(status.scrapes >= 3);
        }
        timer.restart();
        collector.reset();
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    void comesBackWhenItBehaves()
    {
        HttpServer server;
        bool hostile = true;
        server.serve("/metrics", [&](const HttpRequest &) {
            return hostile ? HttpAnswer::endlessHeaders("HTTP/1.1 200 OK\r\n", "x: y\r\n")
                           : HttpAnswer::page("a 1\n");
        });
        CollectorTick last;
        Collector collector{std::make_shared<SystemClock>(), {{}, 20}};
        connect(&collector, &Collector::tick, this, [&](const CollectorTick &tick) { last = tick; });
        collector.setTargets({target(QStringLiteral("t"), server.url())});
        const auto health = [&] {
            return last.targets.empty() ? TargetHealth::Unknown : last.targets.front().health;
        };
        QTRY_VERIFY(health() == TargetHealth::Down);
        QCOMPARE(plainText(*last.targets.front().error), std::string("more than 256 HTTP headers"));
        hostile = false;
        QTRY_VERIFY(health() == TargetHealth::Up);
    }
};

} // namespace

SIGHTGLASS_TEST(HostileTargetsTest)
#include "hostiletargetstest.moc"
