// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace sightglass::test {

/// A request as it came in. Header names in lower case.
struct HttpRequest
{
    QByteArray path; ///< with query; as asked of a proxy: the whole URL
    QHash<QByteArray, QByteArray> headers;
    QByteArray method = {};
    QByteArray body = {};
};

/// What the server does with a request, honest or not.
struct HttpAnswer
{
    QByteArray bytes;       ///< sent as they are: status line, headers, body
    QByteArray repeated;    ///< then this, over and over, as fast as the client takes it …
    qint64 repeatBytes = 0; ///< … until so many bytes of it went out; 0: none
    enum class Then
    {
        KeepOpen,
        Close
    } then = Then::KeepOpen; ///< KeepOpen: further requests are answered

    /// 200 with a length and this content type.
    static HttpAnswer page(const QByteArray &body,
                           const QByteArray &contentType = "text/plain; version=0.0.4",
                           const QByteArray &moreHeaders = {});
    static HttpAnswer status(const QByteArray &statusAndReason, const QByteArray &moreHeaders = {});
    static HttpAnswer redirect(const QByteArray &location);
    /// Accepts and says nothing, for ever.
    static HttpAnswer hang();
    /// Status line and headers of a page of `length` bytes that consists of `unit` again and again.
    static HttpAnswer endless(const QByteArray &unit, qint64 length, const QByteArray &moreHeaders = {});
    /// `bytes`, an answer's beginning, then `line` again and again for a GiB: headers that never end.
    static HttpAnswer endlessHeaders(const QByteArray &bytes, const QByteArray &line);
    /// These bytes, then the connection is closed.
    static HttpAnswer raw(const QByteArray &bytes);
};

/// A small HTTP server on a free loopback port that misbehaves exactly as told. Runs in the thread that made
/// it, whose event loop must run.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<HttpAnswer(const HttpRequest &)>;

    explicit HttpServer(QObject *parent = nullptr);

    /// What a path (without query) is answered with; paths not set are 404.
    void serve(const QByteArray &path, HttpAnswer answer);
    void serve(const QByteArray &path, Handler handler);

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/metrics")) const;
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    /// All requests so far, oldest first.
    [[nodiscard]] const QList<HttpRequest> &requests() const { return m_requests; }
    /// Bytes of endless answers, repeated part, handed to the system so far.
    [[nodiscard]] qint64 endlessBytesSent() const { return m_endlessBytesSent; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Of these, the ones on which the client has not hung up.
    [[nodiscard]] qsizetype openConnections() const;

    /// Stops listening and hangs up on everybody.
    void stop();

private:
    void onConnection();
    void onBytes(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const HttpRequest &request);

    QTcpServer m_server;
    QHash<QByteArray, Handler> m_handlers;
    QList<HttpRequest> m_requests;
    qint64 m_endlessBytesSent = 0;
    int m_connections = 0;
};

/// A loopback port on which nobody listens.
[[nodiscard]] quint16 unusedPort();

} // namespace sightglass::test
