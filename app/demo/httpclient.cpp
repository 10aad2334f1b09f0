// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpclient.h"

#include "parser/base/asciicase.h"

#include <charconv>
#include <optional>

namespace sightglass::demo {

namespace {

std::optional<std::size_t> contentLength(std::string_view header)
{
    constexpr std::string_view name = "content-length:";
    if (header.size() < name.size())
        return std::nullopt;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (asciiLower(header[i]) != name[i])
            return std::nullopt;
    }
    header.remove_prefix(name.size());
    while (header.starts_with(' '))
        header.remove_prefix(1);
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(header.data(), header.data() + header.size(), length);
    if (error != std::errc{})
        return std::nullopt;
    return length;
}

} // namespace

HttpClient::HttpClient(std::uint16_t port, const StopSignal &stop)
    : m_port(port)
    , m_socket(stop)
{}

NetOutcome HttpClient::post(std::string_view path, std::string_view body, TimePoint deadline)
{
    m_socket.setDeadline(deadline);
    m_answered = false;
    const NetOutcome outcome = exchange(path, body);
    if (!m_answered)
        m_socket.close();
    return outcome;
}

NetOutcome HttpClient::exchange(std::string_view path, std::string_view body)
{
    if (!m_socket.isOpen()) {
        if (const NetOutcome connected = m_socket.connect(m_port); connected != NetOutcome::Ok)
            return connected;
    }
    std::string request = "POST ";
    request.append(path)
        .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ")
        .append(std::to_string(body.size()))
        .append("\r\n\r\n")
        .append(body);
    if (const NetOutcome sent = m_socket.send(request); sent != NetOutcome::Ok)
        return sent;
    return readResponse();
}

NetOutcome HttpClient::readResponse()
{
    std::string line;
    if (const NetOutcome read = m_socket.readLine(line); read != NetOutcome::Ok)
        return read;
    if (!line.starts_with("HTTP/1.1 "))
        return NetOutcome::Rejected;
    const bool accepted = line.size() > 9 && line[9] == '2';
    std::optional<std::size_t> length;
    do {
        if (const NetOutcome read = m_socket.readLine(line); read != NetOutcome::Ok)
            return read;
        if (const auto found = contentLength(line))
            length = found;
    } while (!line.empty());
    if (!length)
        return NetOutcome::Rejected;
    if (const NetOutcome skipped = m_socket.skip(*length); skipped != NetOutcome::Ok)
        return skipped;
    m_answered = true;
    return accepted ? NetOutcome::Ok : NetOutcome::Rejected;
}

} // namespace sightglass::demo
