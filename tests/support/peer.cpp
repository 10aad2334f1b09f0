// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/peer.h"

#include "tests/support/httpserver.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QTcpSocket>
#include <QThread>

namespace sightglass::test {

namespace {

constexpr int readyWithinMs = 10'000;
constexpr int stopWithinMs = 5'000;

/// Prometheus takes connections before it answers queries, and says 503 until then.
bool isReady(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(100))
        return false;
    socket.write("GET /-/ready HTTP/1.0\r\n\r\n");
    QByteArray answer;
    while (!answer.contains('\n') && socket.waitForReadyRead(1000))
        answer += socket.readAll();
    return !answer.isEmpty() && !answer.contains(" 503 ");
}

QString addressOf(quint16 port)
{
    return QStringLiteral("127.0.0.1:%1").arg(port);
}

} // namespace

QString peerProgram(const QString &name)
{
    const QString path = QStringLiteral(SIGHTGLASS_PEERS_DIR "/usr/bin/") + name;
    return QFileInfo(path).isExecutable() ? path : QString();
}

QString peerSkipText(const QString &name)
{
    return QStringLiteral("%1 is not in build/peers: this check against the real program did not run")
        .arg(name);
}

QString peerOutput(const QString &name, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    process.start(peerProgram(name), arguments);
    loop.exec();
    return QString::fromUtf8(process.readAll());
}

Peer::~Peer()
{
    stop();
}

bool Peer::startNodeExporter()
{
    m_port = unusedPort();
    return start(QStringLiteral("prometheus-node-exporter"),
                 {QStringLiteral("--web.listen-address=") + addressOf(m_port)});
}

bool Peer::startPrometheus(const QByteArray &configuration, const QStringList &moreArguments)
{
    m_port = unusedPort();
    const QString file = write(QStringLiteral("prometheus.yml"), configuration);
    return !file.isEmpty() && start(QStringLiteral("prometheus"),
                                    QStringList{QStringLiteral("--config.file=") + file,
                                                QStringLiteral("--storage.tsdb.path=") +
                                                    m_directory.filePath(QStringLiteral("data")),
                                                QStringLiteral("--web.listen-address=") + addressOf(m_port)} +
                                        moreArguments);
}

bool Peer::startPrometheusOn(const QString &database)
{
    m_port = unusedPort();
    const QString file = write(QStringLiteral("prometheus.yml"), QByteArray());
    return !file.isEmpty() &&
           start(QStringLiteral("prometheus"),
                 {QStringLiteral("--config.file=") + file, QStringLiteral("--storage.tsdb.path=") + database,
                  QStringLiteral("--storage.tsdb.retention.time=100y"),
                  QStringLiteral("--web.listen-address=") + addressOf(m_port)});
}

bool Peer::startAlertmanager(const QByteArray &more, const QByteArray &webhook)
{
    m_port = unusedPort();
    m_process.setWorkingDirectory(QStringLiteral(SIGHTGLASS_PEERS_DIR)); // its templates: see ./dev peers
    const QByteArray route =
        webhook.isEmpty()
            ? "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n"
            : "route: {receiver: hook, group_by: [alertname], group_wait: 1s, group_interval: 1s}\n"
              "receivers: [{name: hook, webhook_configs: [{url: '" +
                  webhook + "'}]}]\n";
    const QString file = write(QStringLiteral("alertmanager.yml"), route + more);
    return !file.isEmpty() &&
           start(QStringLiteral("prometheus-alertmanager"),
                 {QStringLiteral("--config.file=") + file,
                  QStringLiteral("--storage.path=") + m_directory.filePath(QStringLiteral("data")),
                  QStringLiteral("--cluster.listen-address="),
                  QStringLiteral("--web.listen-address=") + addressOf(m_port)});
}

bool Peer::startPushgateway()
{
    m_port = unusedPort();
    return start(QStringLiteral("prometheus-pushgateway"),
                 {QStringLiteral("--web.listen-address=") + addressOf(m_port)});
}

bool Peer::startExporter(const QString &name, const QStringList &arguments, const QString &listenArgument)
{
    m_port = unusedPort();
    return start(name, arguments + QStringList{listenArgument + addressOf(m_port)});
}

bool Peer::startBlackboxExporter()
{
    const QString file = write(QStringLiteral("blackbox.yml"), "modules: {http: {prober: http}}\n");
    return !file.isEmpty() &&
           startExporter(QStringLiteral("prometheus-blackbox-exporter"),
                         {QStringLiteral("--config.file=") + file}, QStringLiteral("--web.listen-address="));
}

void Peer::setEnvironment(const QString &name, const QString &value)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
}

bool Peer::startVictoriaMetrics()
{
    m_port = unusedPort();
    return start(QStringLiteral("victoria-metrics"),
                 {QStringLiteral("-storageDataPath=") + m_directory.filePath(QStringLiteral("data")),
                  QStringLiteral("-httpListenAddr=") + addressOf(m_port),
                  QStringLiteral("-retentionPeriod=100y"), QStringLiteral("-search.latencyOffset=0s")});
}

QString Peer::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_directory.filePath(name));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    return written ? file.fileName() : QString();
}

QUrl Peer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://") + addressOf(m_port) + path);
}

bool Peer::start(const QString &name, const QStringList &arguments)
{
    const QString program = peerProgram(name);
    if (program.isEmpty())
        return false;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_directory.filePath(QStringLiteral("log")));
    m_process.start(program, arguments);
    if (!m_process.waitForStarted())
        return false;
    const QDeadlineTimer deadline(readyWithinMs);
    while (!deadline.hasExpired() && m_process.state() == QProcess::Running) {
        if (isReady(m_port))
            return true;
        QThread::msleep(20); // between two looks
    }
    return false;
}

void Peer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(stopWithinMs)) {
        m_process.kill();
        m_process.waitForFinished(stopWithinMs);
    }
}

void Peer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(stopWithinMs);
}

} // namespace sightglass::test
