// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace sightglass::test {

/// A loopback server that hands every connection to the test, which says byte for byte what it answers.
class RawServer : public QTcpServer
{
public:
    using OnRequest = std::function<void(QTcpSocket &socket, int connection, int request)>;

    /// `onRequest` is called for every complete request: on the how-manieth connection, from 1 on, and the
    /// how-manieth on it, from 1 on.
    explicit RawServer(OnRequest onRequest);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void onConnection();

    OnRequest m_onRequest;
    int m_connections = 0;
};

} // namespace sightglass::test
