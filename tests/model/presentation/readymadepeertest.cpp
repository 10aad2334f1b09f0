// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelquery.h"
#include "model/dashboard/panelvariables.h"
#include "model/grafana/dashboardfile.h"
#include "model/presentation/workspace.h"
#include "model/scrape/systemclock.h"
#include "model/variables/resolution.h"
#include "tests/support/conformance.h"
#include "tests/support/httpserver.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <unistd.h>

using namespace sightglass;
using namespace sightglass::test;

namespace {

std::vector<DashboardSpec> readyMade()
{
    std::vector<DashboardSpec> dashboards;
    const QDir folder(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/resources/dashboards"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        auto read = readDashboard(readFile(folder.filePath(name)).toStdString());
        if (read.ok())
            dashboards.push_back(std::move(*read));
    }
    return dashboards;
}

/// A server that an exporter looks at; ended with it.
class Server
{
public:
    ~Server()
    {
        m_process.terminate();
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000)) {
            m_process.kill();
            m_process.waitForFinished(5000);
        }
    }

    [[nodiscard]] bool start(const QString &program, const QStringList &arguments, quint16 port)
    {
        launch(program, arguments);
        const QDeadlineTimer deadline(10'000);
        while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
            if (socket.waitForConnected(100))
                return true;
            QThread::msleep(20); // between two looks
        }
        return false;
    }

    /// Runs to its end.
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments)
    {
        launch(program, arguments);
        return m_process.waitForFinished(60'000) && m_process.exitCode() == 0;
    }

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    [[nodiscard]] bool write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

private:
    void launch(const QString &program, const QStringList &arguments)
    {
        const bool root = ::geteuid() == 0;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_LIBRARY_PATH"),
                           QStringLiteral(SIGHTGLASS_PEERS_DIR "/usr/lib/x86_64-linux-gnu"));
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(m_folder.path());
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        if (root)
            QProcess::execute(QStringLiteral("chown"),
                              {QStringLiteral("-R"), QStringLiteral("65534:65534"), m_folder.path()});
        // Some refuse to run as root.
        const QStringList unprivileged{QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"),
                                       QStringLiteral("--clear-groups"), program};
        m_process.start(root ? QStringLiteral("setpriv") : program,
                        root ? unprivileged + arguments : arguments);
        m_process.waitForStarted();
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

/// Ready-made dashboards on Debian's exporters and what they look at, running for real.
class ReadyMadePeerTest : public TestCase
{
    Q_OBJECT

private:
    /// Scrapes until the dashboards are chosen and rates can be told; what is wrong with them.
    static QString complaints(const QUrl &url, const char *expected)
    {
        WorkspaceOptions options;
        options.knownDashboards = readyMade();
        Workspace workspace(std::make_shared<SystemClock>(), std::move(options));
        TargetConfig target;
        target.url = url;
        target.intervalMs = 500;
        workspace.setTargets({target});
        const auto scrapes = [&workspace] {
            const auto &targets = workspace.lastTick().targets;
            return targets.empty() ? 0 : targets.front().scrapes;
        };
        (void)QTest::qWaitFor([&] { return scrapes() >= 5 && !workspace.dashboards().empty(); }, 20'000);
        if (workspace.dashboards().empty())
            return QStringLiteral("nothing was scraped");
        const TargetDashboard &chosen = workspace.dashboards().front();
        QStringList all;
        if (!QString::fromStdString(chosen.spec.id).startsWith(QLatin1String(expected) + u'-'))
            all += QStringLiteral("chosen: ") + QString::fromStdString(chosen.spec.id);
        all += emptyPanels(workspace, chosen.spec);
        // What the exporter's own process tells of, and all the rest.
        for (const DashboardSpec &further : chosen.further)
            all += emptyPanels(workspace, further);
        return all.join(u'\n');
    }

    static QStringList emptyPanels(const Workspace &workspace, const DashboardSpec &spec)
    {
        const TimestampMs now = workspace.lastTick().at;
        const Snapshot &snapshot = *workspace.lastTick().snapshot;
        const QueryEngine engine;
        const ResolvedVariables resolved =
            resolveVariables(spec.variables, {}, {}, VariableSource{snapshot, engine, {now - 60'000, now}});
        QStringList all;
        for (const PanelSpec &panel : spec.panels) {
            // One that says what it means to have nothing may have nothing.
            if (panel.type() == PanelType::Row || panel.field.noValue)
                continue;
            const PanelData data = queryPanel(snapshot, engine, withVariables(panel, resolved.values),
                                              {{now - 60'000, now}, 500, 4000});
            if (data.error || data.series.empty())
                all += QString::fromStdString(spec.id + ": " + panel.id +
                                              " is empty: " + panel.queries.front().expr);
        }
        return all;
    }

    static QString peer(const char *path)
    {
        return QLatin1String(SIGHTGLASS_PEERS_DIR) + QLatin1String(path);
    }

private slots:
    void node()
    {
        Peer exporter;
        if (!exporter.startNodeExporter())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus-node-exporter"))));
        QCOMPARE(complaints(exporter.url(), "node-exporter"), QString());
    }

    void prometheus()
    {
        Peer server;
        if (!server.startPrometheus("global: {scrape_interval: 1s}\n"))
            QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus"))));
        QCOMPARE(complaints(server.url(), "prometheus"), QString());
    }

    void alertmanager()
    {
        Peer server;
        if (!server.startAlertmanager())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus-alertmanager"))));
        QCOMPARE(complaints(server.url(), "alertmanager"), QString());
    }

    void pushgateway()
    {
        Peer gateway;
        if (!gateway.startPushgateway())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus-pushgateway"))));
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), gateway.port());
        socket.write("PUT /metrics/job/backup HTTP/1.0\r\nContent-Length: 4\r\n\r\nx 1\n");
        QVERIFY(socket.waitForReadyRead(5000));
        QCOMPARE(complaints(gateway.url(), "pushgateway"), QString());
    }

    void blackbox()
    {
        Peer gateway;
        Peer exporter;
        if (!gateway.startPushgateway() || !exporter.startBlackboxExporter())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus-blackbox-exporter"))));
        QUrl probe = exporter.url(QStringLiteral("/probe"));
        probe.setQuery(QStringLiteral("module=http&target=") + gateway.url().toString());
        QCOMPARE(complaints(probe, "blackbox"), QString());
    }

    void nginx()
    {
        Server server;
        const quint16 port = unusedPort();
        const QByteArray conf = "daemon off; pid pid; error_log error; events {} http { access_log off; "
                                "client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; "
                                "uwsgi_temp_path u; scgi_temp_path s; server { listen 127.0.0.1:" +
                                QByteArray::number(port) + "; location / { stub_status; } } }";
        Peer exporter;
        const bool runs =
            server.write(QStringLiteral("conf"), conf) &&
            server.start(peer("/usr/sbin/nginx"),
                         {QStringLiteral("-p"), server.file({}), QStringLiteral("-e"),
                          server.file(QStringLiteral("e")), QStringLiteral("-c"),
                          server.file(QStringLiteral("conf"))},
                         port) &&
            exporter.startExporter(QStringLiteral("prometheus-nginx-exporter"),
                                   {QStringLiteral("-nginx.scrape-uri=http://127.0.0.1:%1/").arg(port)},
                                   QStringLiteral("-web.listen-address="));
        if (!runs)
            QSKIP(qPrintable(peerSkipText(QStringLiteral("nginx or its exporter"))));
        QCOMPARE(complaints(exporter.url(), "nginx"), QString());
    }

    void redis()
    {
        Server server;
        const quint16 port = unusedPort();
        Peer exporter;
        const bool runs =
            server.start(peer("/usr/bin/redis-server"),
                         {QStringLiteral("--port"), QString::number(port), QStringLiteral("--bind"),
                          QStringLiteral("127.0.0.1"), QStringLiteral("--save"), QString()},
                         port) &&
            exporter.startExporter(QStringLiteral("prometheus-redis-exporter"),
                                   {QStringLiteral("-redis.addr=redis://127.0.0.1:%1").arg(port)},
                                   QStringLiteral("-web.listen-address="));
        if (!runs)
            QSKIP(qPrintable(peerSkipText(QStringLiteral("redis-server or its exporter"))));
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        client.write("SET a 1 EX 600\r\nGET a\r\n");
        QVERIFY(client.waitForReadyRead(5000));
        QCOMPARE(complaints(exporter.url(), "redis"), QString());
    }

    void postgresql()
    {
        Server maker;
        Server server;
        const quint16 port = unusedPort();
        const QString bin = peer("/usr/lib/postgresql/15/bin/");
        Peer exporter;
        if (!QFile::exists(bin + QStringLiteral("initdb")))
            QSKIP(qPrintable(peerSkipText(QStringLiteral("postgresql-15"))));
        QVERIFY(maker.run(bin + QStringLiteral("initdb"),
                          {QStringLiteral("-D"), maker.file(QStringLiteral("data")), QStringLiteral("-L"),
                           peer("/usr/share/postgresql/15"), QStringLiteral("--auth=trust"),
                           QStringLiteral("--no-sync"), QStringLiteral("-U"), QStringLiteral("postgres")}));
        QVERIFY(server.start(bin + QStringLiteral("postgres"),
                             {QStringLiteral("-D"), maker.file(QStringLiteral("data")), QStringLiteral("-h"),
                              QStringLiteral("127.0.0.1"), QStringLiteral("-k"), maker.file({}),
                              QStringLiteral("-p"), QString::number(port)},
                             port));
        exporter.setEnvironment(
            QStringLiteral("DATA_SOURCE_NAME"),
            QStringLiteral("postgresql://postgres@127.0.0.1:%1/postgres?sslmode=disable").arg(port));
        if (!exporter.startExporter(QStringLiteral("prometheus-postgres-exporter"), {},
                                    QStringLiteral("--web.listen-address=")))
            QSKIP(qPrintable(peerSkipText(QStringLiteral("prometheus-postgres-exporter"))));
        QCOMPARE(complaints(exporter.url(), "postgresql"), QString());
    }
};

} // namespace

SIGHTGLASS_TEST(ReadyMadePeerTest)
#include "readymadepeertest.moc"
