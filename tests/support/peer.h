// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace sightglass::test {

/// The path of a real program that Debian packages and ./dev unpacks (prometheus, promtool,
/// prometheus-node-exporter, …). Empty where it is not there: the test skips with peerSkipText().
[[nodiscard]] QString peerProgram(const QString &name);
[[nodiscard]] QString peerSkipText(const QString &name);

/// What such a program prints, its errors behind it. The test's own servers go on meanwhile.
[[nodiscard]] QString peerOutput(const QString &name, const QStringList &arguments);

/// A real peer, started by a test on a free loopback port and stopped with it.
class Peer
{
public:
    Peer() = default;
    ~Peer();
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    /// node exporter on a free port. False where it is missing or did not become ready within 10 s.
    bool startNodeExporter();

    /// Prometheus with this configuration (prometheus.yml text) and an empty database of its own.
    bool startPrometheus(const QByteArray &configuration, const QStringList &moreArguments = {});

    /// Prometheus on this database, which may be of any age, and with nothing to scrape.
    bool startPrometheusOn(const QString &database);

    /// Alertmanager, alone in its cluster. `more`: further keys of its configuration. It tells nobody, or the
    /// webhook at once, by alertname.
    bool startAlertmanager(const QByteArray &more = {}, const QByteArray &webhook = {});

    /// Pushgateway with nothing pushed yet.
    bool startPushgateway();

    /// An exporter that has its address from the argument that begins so.
    bool startExporter(const QString &name, const QStringList &arguments, const QString &listenArgument);

    /// blackbox exporter with a module "http".
    bool startBlackboxExporter();

    /// Of the program that is started next.
    void setEnvironment(const QString &name, const QString &value);

    /// VictoriaMetrics with an empty database of its own that takes samples of any age.
    bool startVictoriaMetrics();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/metrics")) const;

    void stop();
    /// SIGKILL: nothing is done at the end. Prometheus may be started again, on what it has written.
    void kill();

private:
    /// A file in the peer's directory; empty where it cannot be written.
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;

    /// Starts the program and waits until its port takes connections.
    bool start(const QString &name, const QStringList &arguments);

    QProcess m_process;
    QTemporaryDir m_directory;
    quint16 m_port = 0;
};

} // namespace sightglass::test
