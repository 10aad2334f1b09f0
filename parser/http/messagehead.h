// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/http/headerfields.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sightglass::http {

/// HTTP/1.0, or HTTP/1.1 and any later 1.x.
enum class Version : unsigned char
{
    Http10,
    Http11
};

/// What a head may cost. Every limit is inclusive and counts bytes without line ends, `headBytes` with them.
struct HeadLimits
{
    std::size_t startLineBytes = 8 * 1024;
    std::size_t fieldLineBytes = 16 * 1024; ///< name, colon and value of one field
    std::size_t headBytes = 64 * 1024;      ///< everything up to and including the empty line
    std::size_t fields = 256;
};

/// The first line and header fields of a request.
struct RequestHead
{
    std::string method; ///< a token, as written: methods are case-sensitive
    std::string target; ///< as written: visible ASCII, not decoded
    Version version = Version::Http11;
    HeaderFields fields;
};

/// The first line and header fields of an answer.
struct ResponseHead
{
    Version version = Version::Http11;
    int status = 0;     ///< 100 to 999
    std::string reason; ///< may be empty and hold any byte but NUL, CR and LF
    HeaderFields fields;
};

/// Whether the connection may carry another message behind this one (RFC 9112, 9.3): HTTP/1.1 unless it says
/// "close", HTTP/1.0 only if it says "keep-alive".
[[nodiscard]] bool keepsConnection(Version version, const HeaderFields &fields);

/// Parses "GET /metrics HTTP/1.1" (RFC 9112, 3) with exactly one blank between the parts. Errors:
/// HttpStartLineInvalid, HttpVersionUnsupported.
[[nodiscard]] Status parseStartLine(std::string_view line, RequestHead &head);

/// Parses "HTTP/1.1 200 OK" (RFC 9112, 4); a missing blank before an empty reason is tolerated. Errors as
/// above.
[[nodiscard]] Status parseStartLine(std::string_view line, ResponseHead &head);

/// Which bytes a header value may hold.
enum class FieldBytes : unsigned char
{
    Visible,  ///< no control characters but tab (RFC 9110, 5.5)
    Tolerated ///< anything but NUL, CR and LF
};

/// Parses "Name: value" and appends it. No blank before the colon, no continuation line (obs-fold, RFC 9112,
/// 5.2). HttpFieldInvalid.
[[nodiscard]] Status parseFieldLine(std::string_view line, FieldBytes allowed, HeaderFields &fields);

/// The beginning of a hostile text as an argument of an Error: visible ASCII, anything else as '?', at most a
/// hundred bytes.
[[nodiscard]] std::string excerpt(std::string_view text);

} // namespace sightglass::http
