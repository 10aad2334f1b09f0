// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/httpconnection.h"

#include <sys/socket.h>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr qint64 readBufferBytes = 64 * 1024;
/// What the socket is given ahead of what the client takes.
constexpr qint64 writeAheadBytes = 256 * 1024;
constexpr std::size_t maxDiscardedBytes = std::size_t{4} << 20U;

} // namespace

HttpConnection::HttpConnection(std::uint64_t id, qintptr descriptor, const ServeLimits &limits,
                               QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_limits(limits)
{
    m_reader.emplace(limits);
    m_deadline.setSingleShot(true);
    m_socket.setReadBufferSize(readBufferBytes);
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(&m_deadline, &QTimer::timeout, this, &HttpConnection::onDeadline);
    connect(&m_socket, &QTcpSocket::readyRead, this, &HttpConnection::onBytes);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::onSent);
    connect(&m_socket, &QTcpSocket::disconnected, this, &HttpConnection::end);
    within(limits.requestMs);
}

HttpConnection::~HttpConnection()
{
    // The socket tells of its own end while it is destroyed, when most of this object is gone already.
    m_socket.disconnect(this);
}

HttpConnection::Standing HttpConnection::standing() const
{
    if (m_phase == Phase::Lingering)
        return Standing::Lingering;
    if (m_phase != Phase::Reading)
        return Standing::Served;
    if (m_reader->headComplete())
        return Standing::Sending;
    return m_wasAnswered ? Standing::Idle : Standing::Silent;
}

void HttpConnection::within(std::int64_t ms)
{
    m_deadline.start(static_cast<int>(ms));
}

void HttpConnection::onBytes()
{
    if (m_phase == Phase::Lingering) {
        m_discarded += static_cast<std::size_t>(m_socket.readAll().size());
        if (m_discarded > maxDiscardedBytes)
            end();
    }
    // A request that is not complete takes all there is; what is left over otherwise is at most a buffer
    // full.
    while (m_phase == Phase::Reading && (!m_in.isEmpty() || m_socket.bytesAvailable() > 0)) {
        m_in += m_socket.read(readBufferBytes - m_in.size());
        readRequest();
    }
    // In other phases bytes wait in the socket, whose buffer is bounded, and then in the client's.
}

void HttpConnection::readRequest()
{
    std::string_view bytes(m_in.constData(), static_cast<std::size_t>(m_in.size()));
    const RequestReader::State state = m_reader->read(bytes);
    m_in.remove(0, m_in.size() - static_cast<qsizetype>(bytes.size()));
    if (state == RequestReader::State::Reading) {
        if (m_reader->takeExpectation())
            m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
        if (m_reader->begun() && !m_timesRequest) {
            m_timesRequest = true;
            within(m_limits.requestMs);
        }
        return;
    }
    m_deadline.stop();
    m_phase = Phase::Answering;
    emit requested(this);
}

void HttpConnection::respond(OutgoingResponse response)
{
    if (m_phase != Phase::Answering)
        return;
    m_phase = Phase::Writing;
    m_out = std::move(response);
    m_sent = 0;
    within(m_limits.stalledMs);
    m_socket.write(m_out.head.data(), static_cast<qint64>(m_out.head.size()));
    pump();
}

void HttpConnection::pump()
{
    while (m_phase == Phase::Writing && m_sent < m_out.body.size() &&
           m_socket.bytesToWrite() < writeAheadBytes) {
        const std::size_t count =
            std::min(m_out.body.size() - m_sent, static_cast<std::size_t>(writeAheadBytes));
        if (m_socket.write(m_out.body.data() + m_sent, static_cast<qint64>(count)) < 0)
            return end();
        m_sent += count;
    }
}

void HttpConnection::onSent()
{
    if (m_phase != Phase::Writing)
        return;
    within(m_limits.stalledMs);
    pump();
    if (m_phase != Phase::Writing || m_sent < m_out.body.size() || m_socket.bytesToWrite() > 0)
        return;
    m_out.body = {};
    if (m_out.close)
        return linger();
    m_phase = Phase::Reading;
    m_wasAnswered = true;
    m_reader.emplace(m_limits);
    m_timesRequest = false;
    within(m_limits.idleMs);
    // By way of the event loop: a thousand requests sent ahead shall not nest a thousand calls, nor keep
    // other clients waiting.
    QMetaObject::invokeMethod(this, &HttpConnection::nextRequest, Qt::QueuedConnection);
}

void HttpConnection::nextRequest()
{
    if (m_phase == Phase::Reading)
        onBytes();
}

void HttpConnection::linger()
{
    // A socket that is closed with unread bytes resets the connection, and the client would lose the answer
    // that tells it why.
    m_phase = Phase::Lingering;
    m_in.clear();
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
    within(m_limits.lingerMs);
    onBytes();
}

void HttpConnection::onDeadline()
{
    if (m_phase == Phase::Reading && m_timesRequest && m_reader->begun()) {
        emit gaveUp(this);
        m_phase = Phase::Answering;
        ApiResponse late{408, "text/plain; charset=utf-8", "Request Timeout\n"};
        ResponseMode mode;
        mode.close = true;
        respond(outgoing(std::move(late), mode, QDateTime::currentDateTimeUtc()));
        return;
    }
    if (m_phase == Phase::Writing || (m_phase == Phase::Reading && m_timesRequest))
        emit gaveUp(this);
    end();
}

void HttpConnection::end()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    m_deadline.stop();
    m_socket.abort();
    m_out = {};
    emit ended(this);
}

} // namespace sightglass
