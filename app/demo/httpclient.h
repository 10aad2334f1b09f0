// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/deadlinesocket.h"

namespace sightglass::demo {

/// Posts to an HTTP/1.1 server on this machine and keeps the connection open between posts. For one worker
/// thread.
class HttpClient
{
public:
    HttpClient(std::uint16_t port, const StopSignal &stop);

    /// One POST of a JSON body. Ok on a status of 200 to 299, Rejected on any other or on an answer that is
    /// not HTTP/1.1 with a Content-Length. After anything but an answer the connection is given up.
    [[nodiscard]] NetOutcome post(std::string_view path, std::string_view body, TimePoint deadline);

private:
    [[nodiscard]] NetOutcome exchange(std::string_view path, std::string_view body);
    [[nodiscard]] NetOutcome readResponse();

    std::uint16_t m_port;
    DeadlineSocket m_socket;
    bool m_answered = false;
};

} // namespace sightglass::demo
