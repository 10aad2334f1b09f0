// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/soakserver.h"

#include "tests/bench/expositionbodies.h"
#include "tests/model/scrape/hostileanswers.h"
#include "tests/support/httpserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QStringList>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace sightglass::bench {

namespace {

constexpr const char *serveOption = "--serve-soak";
constexpr int patienceMs = 10'000;
constexpr int goodPages = 200;

/// Notes when each page is asked for.
class Watch
{
public:
    explicit Watch(std::int64_t intervalMs)
        : m_intervalMs(intervalMs)
    {
        m_clock.start();
    }

    void note(const QByteArray &path)
    {
        const qint64 now = m_clock.elapsed();
        ++m_seen.requests;
        if (const auto before = m_last.constFind(path); before != m_last.constEnd()) {
            const std::int64_t lateMs = now - *before - m_intervalMs;
            // The first scrape comes at once and the second on the grid, wherever that is.
            if (m_onGrid.contains(path)) {
                m_seen.late += lateMs * 10 > m_intervalMs ? 1 : 0;
                m_seen.latestMs = std::max(m_seen.latestMs, lateMs);
                m_seen.missedOut += std::max<std::int64_t>(0, (lateMs + m_intervalMs / 2) / m_intervalMs);
            }
            m_onGrid.insert(path, true);
        }
        m_last.insert(path, now);
    }

    [[nodiscard]] const Punctuality &seen() const { return m_seen; }

private:
    std::int64_t m_intervalMs;
    QElapsedTimer m_clock;
    QHash<QByteArray, qint64> m_last;
    QHash<QByteArray, bool> m_onGrid;
    Punctuality m_seen;
};

int serve(std::int64_t intervalMs)
{
    test::HttpServer server;
    Watch watch(intervalMs);
    const QByteArray page = QByteArray::fromStdString(nodeExporterLikeBody());
    for (int i = 0; i < goodPages; ++i) {
        const QByteArray path = "/good/" + QByteArray::number(i);
        server.serve(path, [&watch, page, path](const test::HttpRequest &) {
            watch.note(path);
            return test::HttpAnswer::page(page);
        });
    }
    const QList<test::HttpAnswer> hostile = test::hostileAnswers();
    for (qsizetype i = 0; i < hostile.size(); ++i)
        server.serve("/hostile/" + QByteArray::number(i), hostile[i]);
    std::printf("%d\n", static_cast<int>(server.port()));
    std::fflush(stdout);
    QSocketNotifier closed(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&closed, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    const int result = QCoreApplication::exec();
    const Punctuality &seen = watch.seen();
    std::printf("%lld %lld %lld %lld\n", static_cast<long long>(seen.requests),
                static_cast<long long>(seen.late), static_cast<long long>(seen.latestMs),
                static_cast<long long>(seen.missedOut));
    return result;
}

} // namespace

std::optional<int> SoakServer::serveIfAsked(int &argc, char **argv)
{
    if (argc != 3 || QByteArray(argv[1]) != serveOption)
        return std::nullopt;
    const QCoreApplication app(argc, argv);
    return serve(QByteArray(argv[2]).toLongLong());
}

bool SoakServer::start(std::int64_t intervalMs)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(),
                    {QString::fromLatin1(serveOption), QString::number(intervalMs)});
    if (!m_process.waitForReadyRead(patienceMs))
        return false;
    m_port = m_process.readLine().trimmed().toUShort();
    return m_port != 0;
}

QUrl SoakServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
}

qsizetype SoakServer::hostileKinds()
{
    return test::hostileAnswers().size();
}

Punctuality SoakServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return {};
    m_process.closeWriteChannel();
    m_process.waitForFinished(patienceMs);
    const QList<QByteArray> words = m_process.readAllStandardOutput().trimmed().split(' ');
    if (words.size() != 4)
        return {};
    return {words[0].toLongLong(), words[1].toLongLong(), words[2].toLongLong(), words[3].toLongLong()};
}

} // namespace sightglass::bench
