// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/peer.h"
#include "tests/support/serveprocess.h"
#include "tests/support/testcase.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

namespace {

using namespace sightglass;

/// /api/v1/targets of the real `sightglass serve --config` and of Debian's Prometheus, of one configuration.
class TargetsPeerTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sameTargets()
    {
        if (test::peerProgram(QStringLiteral("prometheus")).isEmpty())
            QSKIP(qPrintable(test::peerSkipText(QStringLiteral("prometheus"))));
        QTemporaryDir folder;
        const QString found = folder.filePath(QStringLiteral("found.json"));
        write(found,
              R"([{"targets":["LocalHost:1","b:2"],"labels":{"env":"dev","__param_x":"a b","e":""}}])");
        const QByteArray config = configuration(found);
        const QString file = folder.filePath(QStringLiteral("prometheus.yml"));
        write(file, config);
        test::Peer prometheus;
        QVERIFY(prometheus.startPrometheus(config));
        test::ServeProcess serve;
        QVERIFY2(serve.start({QStringLiteral("--config"), file}), serve.errors().constData());
        const QUrl ours(serve.url() + QStringLiteral("/api/v1/targets"));
        const QUrl theirs = prometheus.url(QStringLiteral("/api/v1/targets"));
        // Prometheus waits 5 s before it looks at what discovery found.
        QTRY_COMPARE_WITH_TIMEOUT(active(asked(theirs)).size(), 3, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(active(asked(ours)).size(), 3, 20'000);
        QCOMPARE(active(asked(ours)).join(u'\n'), active(asked(theirs)).join(u'\n'));
        QCOMPARE(dropped(asked(theirs)).size(), 2);
        QCOMPARE(dropped(asked(ours)).join(u'\n'), dropped(asked(theirs)).join(u'\n'));
        // Debian's knows no counts.
        QCOMPARE(asked(ours).value(QStringLiteral("droppedTargetCounts")).toObject(),
                 (QJsonObject{{QStringLiteral("found"), 1}, {QStringLiteral("static"), 1}}));
    }

private:
    /// Without what 2.42 does otherwise than 3: it adds default ports, and shows the job after relabelling.
    static QByteArray configuration(const QString &found)
    {
        return "global: {scrape_interval: 15s}\n"
               "scrape_configs:\n"
               "- job_name: static\n"
               "  scrape_interval: 1m\n"
               "  scheme: https\n"
               "  static_configs: [{targets: ['[::1]:1', 'gone:1', 'localhost:2'], labels: {team: \"a "
               "b\"}}]\n"
               "  relabel_configs:\n"
               "  - {source_labels: [__address__], regex: 'gone.*', action: drop}\n"
               "  - {source_labels: [__address__], target_label: instance, replacement: 'me-$1'}\n"
               "- job_name: found\n"
               "  metrics_path: \"/a b?c(!)*\xc3\xa9%2F;=:@&\"\n"
               "  params: {module: [http 2, \"x+y\"], \"\xc3\xa9\": [\"\xc3\xbc&/\"]}\n"
               "  file_sd_configs: [{files: ['" +
               found.toUtf8() +
               "']}]\n"
               "  relabel_configs:\n"
               "  - {source_labels: [__address__], regex: 'b.*', action: drop}\n"
               "  - {target_label: role, replacement: other}\n";
    }

    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    static QJsonObject asked(const QUrl &url)
    {
        QNetworkAccessManager manager;
        QNetworkRequest request(url);
        request.setTransferTimeout(10'000);
        QNetworkReply *reply = manager.get(request);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return QJsonDocument::fromJson(reply->readAll()).object().value(QStringLiteral("data")).toObject();
    }

    /// Without the labels that Debian's Prometheus does not know yet.
    static QString discovered(const QJsonObject &target)
    {
        QJsonObject labels = target.value(QStringLiteral("discoveredLabels")).toObject();
        for (const char *const name : {"__scrape_native_histograms__", "__always_scrape_classic_histograms__",
                                       "__convert_classic_histograms_to_nhcb__"})
            labels.remove(QLatin1String(name));
        return QString::fromUtf8(QJsonDocument(labels).toJson(QJsonDocument::Compact));
    }

    /// What can be the same, a line for each, in the order of pools.
    static QStringList active(const QJsonObject &data)
    {
        QStringList lines;
        for (const QJsonValue &value : data.value(QStringLiteral("activeTargets")).toArray()) {
            const QJsonObject target = value.toObject();
            QString line = discovered(target) + u' ' +
                           QString::fromUtf8(QJsonDocument(target.value(QStringLiteral("labels")).toObject())
                                                 .toJson(QJsonDocument::Compact));
            for (const char *const name : {"scrapePool", "scrapeUrl", "scrapeInterval", "scrapeTimeout"})
                line += u' ' + target.value(QLatin1String(name)).toString();
            lines += line;
        }
        // Within a pool Prometheus has them in any order.
        std::stable_sort(lines.begin(), lines.end());
        return lines;
    }

    static QStringList dropped(const QJsonObject &data)
    {
        QStringList lines;
        for (const QJsonValue &value : data.value(QStringLiteral("droppedTargets")).toArray())
            lines += discovered(value.toObject());
        lines.sort();
        return lines;
    }
};

SIGHTGLASS_TEST(TargetsPeerTest)

} // namespace

#include "targetspeertest.moc"
