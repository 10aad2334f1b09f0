// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace sightglass::test {

/// One answer as it came.
struct RawAnswer
{
    int status = 0; ///< 0: none came
    QByteArray head;
    QByteArray body;
    bool closed = false; ///< the server hung up behind it

    [[nodiscard]] QByteArray field(const QByteArray &name) const;
};

/// A client that sends the very bytes it is told, and waits by blocking: the server runs on another thread.
class RawClient
{
public:
    /// Connects to 127.0.0.1.
    explicit RawClient(quint16 port);

    void send(const QByteArray &bytes);

    /// The next answer, with as much body as its Content-Length says; or what there is after 5 s.
    RawAnswer answer(bool toHead = false);

    /// Waits until the server hangs up; false if it does not within `ms`.
    [[nodiscard]] bool isHungUp(int ms = 5000);

    [[nodiscard]] QTcpSocket &socket() noexcept { return m_socket; }

private:
    bool readUntil(qsizetype size);

    QTcpSocket m_socket;
    QByteArray m_in;
};

/// Sends one request and gives its answer. `request` is "GET /path" or all of a head without its end.
[[nodiscard]] RawAnswer rawRequest(quint16 port, const QByteArray &request);

} // namespace sightglass::test
