// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/stopsignal.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass::demo {

/// How an exchange with another service ended.
enum class NetOutcome : std::uint8_t
{
    Ok,
    Timeout,    ///< the deadline passed
    Connection, ///< not reachable, or the connection broke
    Rejected,   ///< answered, but not as asked
    Cancelled,  ///< this program is stopping
};

/// A TCP connection to a port on 127.0.0.1 whose every step ends by a deadline, or at once when the program
/// stops. For the blocking code of one worker thread.
class DeadlineSocket
{
public:
    explicit DeadlineSocket(const StopSignal &stop);
    ~DeadlineSocket();
    DeadlineSocket(const DeadlineSocket &) = delete;
    DeadlineSocket &operator=(const DeadlineSocket &) = delete;

    /// Holds for everything from now on, until set again.
    void setDeadline(TimePoint deadline) { m_deadline = deadline; }
    [[nodiscard]] bool isOpen() const noexcept { return m_descriptor >= 0; }
    [[nodiscard]] NetOutcome connect(std::uint16_t port);
    [[nodiscard]] NetOutcome send(std::string_view bytes);
    /// The next line without its line end (LF or CRLF). A line above 8 KiB is Rejected.
    [[nodiscard]] NetOutcome readLine(std::string &line);
    /// Reads this many bytes and throws them away.
    [[nodiscard]] NetOutcome skip(std::size_t bytes);
    void close();

private:
    [[nodiscard]] NetOutcome waitFor(short events);
    [[nodiscard]] NetOutcome receiveMore();

    const StopSignal &m_stop;
    TimePoint m_deadline{};
    int m_descriptor = -1;
    std::string m_received;
};

} // namespace sightglass::demo
