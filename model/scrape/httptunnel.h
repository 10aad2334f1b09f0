// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"
#include "parser/http/headreader.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTcpSocket>

#include <string_view>

namespace sightglass {

/// Asks a proxy, over a connected socket, to lead it on to a server (CONNECT: RFC 9110, 9.3.6). Its answer is
/// bounded as any other, and read no further than its end. Single use.
class HttpTunnel : public QObject
{
    Q_OBJECT

public:
    /// `socket` outlives this; `proxy` is its name in errors.
    HttpTunnel(QTcpSocket &socket, QString proxy, QObject *parent = nullptr);

    /// `request`: the whole of it.
    void start(const QByteArray &request);

signals:
    /// What the socket says from here on is the server's.
    void established();
    void failed(const sightglass::Error &error);

private:
    void onReadable();
    /// False once there is a verdict, with which this may have ended.
    [[nodiscard]] bool take(std::string_view bytes);
    void conclude(std::string_view rest);
    void fail(const std::string &what);

    QTcpSocket &m_socket;
    QString m_proxy;
    http::ResponseHeadReader m_head;
};

} // namespace sightglass
