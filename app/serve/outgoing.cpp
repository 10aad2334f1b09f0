// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/outgoing.h"

#include <QLocale>

#include <utility>

namespace sightglass {

namespace {

/// IMF-fixdate (RFC 9110, 5.6.7).
std::string httpDate(const QDateTime &now)
{
    return QLocale::c().toString(now.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toStdString() +
           " GMT";
}

} // namespace

std::string reasonOf(int status)
{
    static constexpr std::pair<int, const char *> reasons[]{
        {200, "OK"},
        {204, "No Content"},
        {301, "Moved Permanently"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {431, "Request Header Fields Too Large"},
        {499, "Client Closed Request"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    };
    for (const auto &[code, reason] : reasons) {
        if (code == status)
            return reason;
    }
    return "Unknown";
}

OutgoingResponse outgoing(ApiResponse response, const ResponseMode &mode, const QDateTime &now)
{
    OutgoingResponse out;
    out.close = mode.close;
    out.head = "HTTP/1.1 " + std::to_string(response.code) + ' ' + reasonOf(response.code) + "\r\n";
    const auto field = [&out](std::string_view name, std::string_view value) {
        out.head.append(name).append(": ").append(value).append("\r\n");
    };
    field("Date", httpDate(now));
    if (response.code != 204) {
        field("Content-Type", response.contentType);
        field("Content-Length", std::to_string(response.body.size()));
        field("X-Content-Type-Options", "nosniff");
        field("Vary", "Accept, Accept-Encoding");
    }
    if (mode.gzip)
        field("Content-Encoding", "gzip");
    if (!response.allow.empty())
        field("Allow", response.allow);
    if (!response.location.empty())
        field("Location", response.location);
    if (response.code == 401)
        field("WWW-Authenticate", "Bearer realm=\"sightglass\"");
    if (response.code == 415)
        field("Accept-Encoding", "identity"); // RFC 9110, 15.5.16
    if (response.code == 503)
        field("Retry-After", "1");
    field("Connection", mode.close ? "close" : "keep-alive");
    out.head += "\r\n";
    if (!mode.headOnly)
        out.body = std::move(response.body);
    return out;
}

} // namespace sightglass
