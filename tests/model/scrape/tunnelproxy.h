// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>

class QTcpSocket;

namespace sightglass::test {

/// A proxy on a free loopback port that leads CONNECT requests on, or says what it is told to.
class TunnelProxy : public QTcpServer
{
public:
    TunnelProxy();

    /// Instead of leading on: these bytes.
    void refuseWith(const QByteArray &answer) { m_refusal = answer; }

    [[nodiscard]] std::string url(const char *userInfo = "") const;
    /// All heads so far.
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }

private:
    void onConnection();
    void lead(QTcpSocket *client, const QByteArray &head);

    QByteArray m_refusal;
    QList<QByteArray> m_requests;
};

} // namespace sightglass::test
