// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace sightglass::test {

/// A running `sightglass serve`, the real program.
class ServeProcess
{
public:
    ServeProcess() = default;
    ~ServeProcess() { kill(); }
    ServeProcess(const ServeProcess &) = delete;
    ServeProcess &operator=(const ServeProcess &) = delete;

    /// On a port, 0: a free one. False where it does not come to listening within 20 s. Blocks: servers of
    /// this thread answer nothing meanwhile.
    [[nodiscard]] bool start(const QStringList &arguments, quint16 port = 0);

    /// Without a path: "http://127.0.0.1:41234".
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

    /// SIGKILL: nothing is done at the end.
    void kill();
    /// SIGTERM; false where it has not ended within 20 s.
    [[nodiscard]] bool terminate();
    void hangUp();

    /// -1 where it crashed.
    [[nodiscard]] int exitCode() const;

    /// What it answers to GET, without the head.
    [[nodiscard]] QByteArray fetched(const QByteArray &path) const;
    /// The whole answer of the API.
    [[nodiscard]] QJsonObject answer(const QByteArray &path) const;
    /// Its own metrics.
    [[nodiscard]] QByteArray metrics() const { return fetched("/metrics"); }
    [[nodiscard]] QJsonArray groups() const;
    [[nodiscard]] QJsonArray alerts() const;

    /// All that it said of errors until now.
    [[nodiscard]] const QByteArray &errors();

private:
    QProcess m_process;
    QByteArray m_errors;
    quint16 m_port = 0;
};

} // namespace sightglass::test
