// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/querypeers.h"

#include "tests/bench/querydata.h"
#include "tests/support/peer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrlQuery>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>

namespace sightglass::bench {

namespace {

using test::Peer;

constexpr int runs = 3;
constexpr QueryData::Family families[] = {QueryData::Counter, QueryData::Bucket};

/// The samples as text, seconds [0, QueryData::seconds) piece by piece. OpenMetrics wants seconds and an end,
/// VictoriaMetrics' import milliseconds.
class SampleText
{
public:
    enum class Times
    {
        Seconds,
        Milliseconds
    };

    explicit SampleText(Times times)
        : m_end(times == Times::Seconds ? "\n" : "000\n")
    {
        for (const QueryData::Family family : families) {
            for (std::size_t i = 0; i < QueryData::seriesPerFamily; ++i)
                m_prefixes.push_back(prefixOf(QueryData::labelsOf(family, i)));
        }
    }

    /// Of the next second.
    [[nodiscard]] QByteArray next()
    {
        const QueryData::Row &row = m_data.next();
        const std::string end = ' ' + std::to_string(QueryData::startMs / 1000 + m_second++) + m_end;
        QByteArray text;
        std::size_t series = 0;
        for (const QueryData::Family family : families) {
            for (const double value : row[family])
                appendLine(text, m_prefixes[series++], value, end);
        }
        return text;
    }

private:
    /// Labels::toString() sets spaces that OpenMetrics does not allow.
    static std::string prefixOf(const Labels &labels)
    {
        std::string text;
        for (const LabelView label : labels) {
            if (label.name == metricNameLabel)
                continue;
            text += text.empty() ? '{' : ',';
            text += std::string(label.name) + "=\"" + std::string(label.value) + '"';
        }
        return std::string(labels.metricName()) + text + "} ";
    }

    static void appendLine(QByteArray &text, const std::string &prefix, double value, const std::string &end)
    {
        std::array<char, 32> digits{};
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        text.append(prefix.data(), static_cast<qsizetype>(prefix.size()));
        text.append(digits.data(), static_cast<qsizetype>(written.ptr - digits.data()));
        text.append(end.data(), static_cast<qsizetype>(end.size()));
    }

    QueryData m_data;
    std::vector<std::string> m_prefixes;
    std::int64_t m_second = 0;
    const char *m_end;
};

/// Waits for the whole answer. Nothing where there was an error.
std::optional<QByteArray> answerOf(QNetworkReply *reply)
{
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    const bool good = reply->error() == QNetworkReply::NoError;
    QByteArray body = reply->readAll();
    reply->deleteLater();
    return good ? std::optional(std::move(body)) : std::nullopt;
}

/// Prometheus' own database, as promtool makes it of text.
bool loadPrometheus(const QTemporaryDir &directory)
{
    QFile file(directory.filePath(QStringLiteral("samples")));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("# TYPE m counter\n");
    SampleText text(SampleText::Times::Seconds);
    for (std::int64_t second = 0; second < QueryData::seconds; ++second)
        file.write(text.next());
    file.write("# EOF\n");
    file.close();
    QProcess promtool;
    promtool.setStandardOutputFile(QProcess::nullDevice());
    promtool.start(test::peerProgram(QStringLiteral("promtool")),
                   {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"),
                    QStringLiteral("openmetrics"), file.fileName(),
                    directory.filePath(QStringLiteral("data"))});
    const bool done = promtool.waitForFinished(-1) && promtool.exitCode() == 0;
    file.remove();
    return done;
}

bool loadVictoriaMetrics(const Peer &peer)
{
    constexpr std::int64_t secondsAtOnce = 120;
    QNetworkAccessManager network;
    SampleText text(SampleText::Times::Milliseconds);
    for (std::int64_t second = 0; second < QueryData::seconds; second += secondsAtOnce) {
        QByteArray body;
        for (std::int64_t i = 0; i < secondsAtOnce; ++i)
            body += text.next();
        QNetworkRequest request(peer.url(QStringLiteral("/api/v1/import/prometheus")));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain"));
        if (!answerOf(network.post(request, body)))
            return false;
    }
    return answerOf(network.get(QNetworkRequest(peer.url(QStringLiteral("/internal/force_flush")))))
        .has_value();
}

/// What a peer took for a query, in milliseconds: the best of some runs.
struct PeerTime
{
    double overHttp = 0;
    double inEngine = 0; ///< as the peer says itself; 0 where it does not
};

QUrl queryUrl(const Peer &peer, const std::string &text)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("query"),
                       QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(text))));
    query.addQueryItem(QStringLiteral("start"), QString::number(QueryData::startMs / 1000));
    query.addQueryItem(QStringLiteral("end"),
                       QString::number(QueryData::startMs / 1000 + QueryData::seconds - 1));
    query.addQueryItem(QStringLiteral("step"), QStringLiteral("5"));
    query.addQueryItem(QStringLiteral("stats"), QStringLiteral("true"));
    query.addQueryItem(QStringLiteral("nocache"), QStringLiteral("1"));
    QUrl url = peer.url(QStringLiteral("/api/v1/query_range"));
    url.setQuery(query);
    return url;
}

double engineMs(const QByteArray &body)
{
    // The answer has megabytes of samples; the statistics are at its end.
    const qsizetype at = body.lastIndexOf("\"stats\":{\"timings\":");
    if (at < 0)
        return 0;
    const QByteArray tail = '{' + body.mid(at, body.lastIndexOf('}') - at);
    const QJsonObject stats =
        QJsonDocument::fromJson(tail).object().value(QStringLiteral("stats")).toObject();
    return 1000 * stats.value(QStringLiteral("timings"))
                      .toObject()
                      .value(QStringLiteral("evalTotalTime"))
                      .toDouble();
}

std::optional<PeerTime> timeOf(const Peer &peer, const std::string &text)
{
    QNetworkAccessManager network;
    std::optional<PeerTime> best;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        const auto body = answerOf(network.get(QNetworkRequest(queryUrl(peer, text))));
        const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (!body)
            return std::nullopt;
        const double inside = engineMs(*body);
        best = best ? PeerTime{std::min(best->overHttp, took), std::min(best->inEngine, inside)}
                    : PeerTime{took, inside};
    }
    return best;
}

void printTimes(const char *peerName, const Peer &peer, const std::vector<PeerQuery> &queries)
{
    for (const PeerQuery &query : queries) {
        const auto time = timeOf(peer, query.text);
        if (!time) {
            std::printf("%-22s %s: no answer\n", query.name.c_str(), peerName);
            continue;
        }
        std::printf("%-22s ours %9.3f ms   %s over HTTP %9.3f ms, %6.1f times ours", query.name.c_str(),
                    query.ourMs, peerName, time->overHttp, time->overHttp / query.ourMs);
        if (time->inEngine > 0)
            std::printf("; its engine %9.3f ms, %6.1f times ours", time->inEngine,
                        time->inEngine / query.ourMs);
        std::printf("\n");
    }
}

void comparePrometheus(const std::vector<PeerQuery> &queries)
{
    const QTemporaryDir directory;
    Peer peer;
    if (test::peerProgram(QStringLiteral("promtool")).isEmpty())
        std::printf("%s\n", qPrintable(test::peerSkipText(QStringLiteral("prometheus"))));
    else if (!loadPrometheus(directory) ||
             !peer.startPrometheusOn(directory.filePath(QStringLiteral("data"))))
        std::printf("Prometheus did not start\n");
    else
        printTimes("Prometheus", peer, queries);
}

void compareVictoriaMetrics(const std::vector<PeerQuery> &queries)
{
    Peer peer;
    if (test::peerProgram(QStringLiteral("victoria-metrics")).isEmpty())
        std::printf("%s\n", qPrintable(test::peerSkipText(QStringLiteral("victoria-metrics"))));
    else if (!peer.startVictoriaMetrics() || !loadVictoriaMetrics(peer))
        std::printf("VictoriaMetrics did not start\n");
    else
        printTimes("VictoriaMetrics", peer, queries);
}

} // namespace

void compareWithPeers(const std::vector<PeerQuery> &queries)
{
    int argc = 1;
    char name[] = "bench_query";
    char *argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    comparePrometheus(queries);
    compareVictoriaMetrics(queries);
}

} // namespace sightglass::bench
