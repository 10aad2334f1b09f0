// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apirouter.h"
#include "model/scrape/collector.h"
#include "model/scrape/systemclock.h"
#include "tests/support/httpserver.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QUrlQuery>

#include <memory>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr int withinMs = 60'000;
constexpr const char *path = "/api/v1/query_exemplars";

/// Exemplars of two pages that are served one after the other, with times of their own, all different (before
/// version 3 Prometheus took one exemplar per time): `%1` … are seconds.
QByteArray page(const char *lines, qint64 seconds)
{
    QByteArray text(lines);
    for (int i = 9; i >= 1; --i)
        text.replace('%' + QByteArray::number(i), QByteArray::number(seconds + i) + ".25");
    return text + "# EOF\n";
}

constexpr const char *firstPage =
    "# TYPE h histogram\n"
    "h_bucket{le=\"0.1\"} 1 # {trace_id=\"4bf92f3577b34da6a3ce929d0e0e4736\",span_id="
    "\"00f067aa0ba902b7\"} 0.067 %1\n"
    "h_bucket{le=\"1.0\"} 2 # {trace_id=\"b\"} 1e-07 %2\n"
    "h_bucket{le=\"+Inf\"} 3 # {} +Inf %3\n"
    "h_count 3\n"
    "h_sum 3\n"
    "# TYPE c counter\n"
    "c_total{a=\"<b>&\\\"x\\\"\"} 5 # {trace_id=\"<i>&\u00fc\",empty=\"\"} 1e+21 %4\n"
    "d_total 5 # {trace_id=\"newer\"} 3 %6\n"
    "e_total 5 # {trace_id=\"ThisValueIsFarTooLongForAnExemplarThisValueIsFarTooLongF"
    "orAnExemplarThisValueIsFarTooLongForAnExemplarThisValueIsFarTooLong\"} 3 %5\n";
constexpr const char *secondPage =
    "# TYPE h histogram\n"
    "h_bucket{le=\"0.1\"} 1 # {trace_id=\"4bf92f3577b34da6a3ce929d0e0e4736\",span_id="
    "\"00f067aa0ba902b7\"} 0.067 %1\n"
    "h_bucket{le=\"1.0\"} 2 # {trace_id=\"c\"} -5 %7\n"
    "h_bucket{le=\"+Inf\"} 3\n"
    "h_count 3\n"
    "h_sum 3\n"
    "# TYPE c counter\n"
    "d_total 6 # {trace_id=\"older\"} 3 %5\n";

QJsonDocument fetched(const QUrl &url)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(url);
    request.setTransferTimeout(withinMs);
    QNetworkReply *reply = manager.get(request);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return QJsonDocument::fromJson(reply->readAll());
}

/// The same pages scraped by us and by Debian's Prometheus: what both say of the exemplars.
class ExemplarDifferentialTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void queryExemplars();

private:
    static QJsonArray ours(const std::shared_ptr<const Snapshot> &snapshot, const QUrlQuery &query)
    {
        auto state = std::make_shared<ApiState>();
        state->snapshot = snapshot;
        ApiContext context;
        context.state = std::move(state);
        ApiRequest request;
        request.path = path;
        const std::string text = query.toString(QUrl::FullyEncoded).toStdString();
        if (!request.parameters.parse(text).empty())
            return {};
        const ApiResponse response = answerRequest(findRoute(ApiMethod::Get, path), request, context);
        return QJsonDocument::fromJson(QByteArray::fromStdString(response.body))
            .object()
            .value(QStringLiteral("data"))
            .toArray();
    }
};

void ExemplarDifferentialTest::queryExemplars()
{
    if (peerProgram(QStringLiteral("prometheus")).isEmpty())
        QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus"))));
    const qint64 seconds = SystemClock().nowMs() / 1000 - 60;
    const QByteArray type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    HttpServer server;
    QHash<QByteArray, int> served;
    for (const char *name : {"/peer", "/ours"}) {
        const QByteArray reader(name);
        server.serve(reader, [&served, reader, seconds, type](const HttpRequest &) {
            const char *lines = served[reader]++ < 2 ? firstPage : secondPage;
            return HttpAnswer::page(page(lines, seconds), type);
        });
    }
    const QString address = QStringLiteral("127.0.0.1:%1").arg(server.port());
    Peer peer;
    QVERIFY(peer.startPrometheus(QStringLiteral("global: {scrape_interval: 200ms, scrape_timeout: 200ms}\n"
                                                "storage: {exemplars: {max_exemplars: 1000}}\n"
                                                "scrape_configs: [{job_name: peer, metrics_path: /peer, "
                                                "static_configs: [{targets: ['%1']}]}]\n")
                                     .arg(address)
                                     .toUtf8(),
                                 {QStringLiteral("--enable-feature=exemplar-storage")}));
    Collector collector(std::make_shared<SystemClock>(), {{}, 20});
    CollectorTick last;
    connect(&collector, &Collector::tick, this, [&](const CollectorTick &tick) { last = tick; });
    TargetConfig config;
    config.id = config.name = QStringLiteral("peer");
    config.url = server.url(QStringLiteral("/ours"));
    config.intervalMs = 200;
    collector.setTargets({config});
    const auto bothAreDone = [&] { return served["/peer"] > 4 && served["/ours"] > 4; };
    QTRY_VERIFY_WITH_TIMEOUT(bothAreDone(), withinMs);

    QUrlQuery query;
    query.addQueryItem(QStringLiteral("query"), QStringLiteral("sum by (le) (rate(h_bucket[5m])) %2B c_total "
                                                               "%2B {__name__=~\"d_total|e_total\"}"));
    query.addQueryItem(QStringLiteral("start"), QString::number(seconds));
    query.addQueryItem(QStringLiteral("end"), QString::number(seconds + 100));
    QUrl url = peer.url(QString::fromLatin1(path));
    url.setQuery(query);
    const auto theirs = [&url] { return fetched(url).object().value(QStringLiteral("data")).toArray(); };
    QTRY_COMPARE_WITH_TIMEOUT(theirs().size(), qsizetype{5}, withinMs);
    QTRY_COMPARE_WITH_TIMEOUT(QString::fromUtf8(QJsonDocument(ours(last.snapshot, query)).toJson()),
                              QString::fromUtf8(QJsonDocument(theirs()).toJson()), withinMs);
}

} // namespace

SIGHTGLASS_TEST(ExemplarDifferentialTest)

#include "exemplardifferentialtest.moc"
