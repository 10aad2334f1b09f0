// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/deadlinesocket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace sightglass::demo {

namespace {

constexpr std::size_t longestLine = 8'192;

bool wouldBlock(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

DeadlineSocket::DeadlineSocket(const StopSignal &stop)
    : m_stop(stop)
{}

DeadlineSocket::~DeadlineSocket()
{
    close();
}

void DeadlineSocket::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
    m_received.clear();
}

NetOutcome DeadlineSocket::connect(std::uint16_t port)
{
    close();
    m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_descriptor < 0)
        return NetOutcome::Connection;
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return NetOutcome::Ok;
    if (errno != EINPROGRESS)
        return NetOutcome::Connection;
    if (const NetOutcome waited = waitFor(POLLOUT); waited != NetOutcome::Ok)
        return waited;
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    return error == 0 ? NetOutcome::Ok : NetOutcome::Connection;
}

NetOutcome DeadlineSocket::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
            continue;
        }
        if (!wouldBlock(errno))
            return NetOutcome::Connection;
        if (const NetOutcome waited = waitFor(POLLOUT); waited != NetOutcome::Ok)
            return waited;
    }
    return NetOutcome::Ok;
}

NetOutcome DeadlineSocket::readLine(std::string &line)
{
    std::size_t end = m_received.find('\n');
    while (end == std::string::npos) {
        if (m_received.size() > longestLine)
            return NetOutcome::Rejected;
        if (const NetOutcome received = receiveMore(); received != NetOutcome::Ok)
            return received;
        end = m_received.find('\n');
    }
    line.assign(m_received, 0, end);
    if (line.ends_with('\r'))
        line.pop_back();
    m_received.erase(0, end + 1);
    return NetOutcome::Ok;
}

NetOutcome DeadlineSocket::skip(std::size_t bytes)
{
    while (bytes > 0) {
        const std::size_t here = std::min(bytes, m_received.size());
        m_received.erase(0, here);
        bytes -= here;
        if (bytes == 0)
            break;
        if (const NetOutcome received = receiveMore(); received != NetOutcome::Ok)
            return received;
    }
    return NetOutcome::Ok;
}

NetOutcome DeadlineSocket::receiveMore()
{
    if (const NetOutcome waited = waitFor(POLLIN); waited != NetOutcome::Ok)
        return waited;
    std::array<char, 4'096> block;
    const ssize_t size = ::recv(m_descriptor, block.data(), block.size(), 0);
    if (size > 0) {
        m_received.append(block.data(), static_cast<std::size_t>(size));
        return NetOutcome::Ok;
    }
    return size < 0 && wouldBlock(errno) ? NetOutcome::Ok : NetOutcome::Connection;
}

NetOutcome DeadlineSocket::waitFor(short events)
{
    const auto left = std::chrono::ceil<Milliseconds>(m_deadline - Clock::now());
    if (left.count() <= 0)
        return NetOutcome::Timeout;
    std::array<pollfd, 2> entries{pollfd{.fd = m_descriptor, .events = events, .revents = 0},
                                  pollfd{.fd = m_stop.descriptor(), .events = POLLIN, .revents = 0}};
    const int ready = ::poll(entries.data(), entries.size(), static_cast<int>(left.count()));
    if (ready < 0)
        return errno == EINTR ? NetOutcome::Ok : NetOutcome::Connection;
    if (ready == 0)
        return NetOutcome::Timeout;
    return entries[1].revents != 0 ? NetOutcome::Cancelled : NetOutcome::Ok;
}

} // namespace sightglass::demo
