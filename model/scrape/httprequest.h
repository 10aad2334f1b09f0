// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/http/headerfields.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QUrl>

#include <cstdint>
#include <string_view>

namespace sightglass {

/// The port that an http or https URL leads to.
[[nodiscard]] int portOf(const QUrl &url);

/// "host:port" or "[address]:port", the port always there.
[[nodiscard]] QString hostAndPort(const QUrl &url);

/// Whether two URLs lead to the same server in the same way: scheme, host and port.
[[nodiscard]] bool sameOrigin(const QUrl &a, const QUrl &b);

/// Whether bodies may be packed.
enum class Compression : std::uint8_t
{
    Never,
    Asked ///< wherever the endpoint is, as Prometheus does: its answers may differ
};

/// "gzip, zstd" or "identity".
[[nodiscard]] std::string_view acceptEncoding(Compression compression) noexcept;

/// A request before it is known which way it goes.
struct OutgoingRequest
{
    QUrl url; ///< http or https; a user in it becomes Basic authentication
    QByteArray method = QByteArrayLiteral("GET");
    http::HeaderFields fields; ///< besides Host, Authorization by the URL and Content-Length
    QByteArray body;
};

/// How a request names what it wants (RFC 9112, 3.2): to a proxy by the whole URL.
enum class RequestForm : std::uint8_t
{
    Origin,
    Absolute
};

/// The request as it is sent. Names and values of fields are good ones (see isFieldValue()).
[[nodiscard]] QByteArray requestText(const OutgoingRequest &request, RequestForm form = RequestForm::Origin,
                                     const http::HeaderFields &further = {});

/// Whether this may stand behind the colon of a header: no control characters but tab (RFC 9110, 5.5).
[[nodiscard]] bool isFieldValue(std::string_view value) noexcept;

/// The value of an Authorization or Proxy-Authorization header, "Basic …" (RFC 7617).
[[nodiscard]] std::string basicCredentials(std::string_view user, std::string_view password);

/// Of a URL with a user; empty where there is none.
[[nodiscard]] std::string basicCredentials(const QUrl &url);

/// The headers that Prometheus sends with a scrape (exposition reference, section 0.1).
[[nodiscard]] http::HeaderFields scrapeFields(std::string_view accept, std::string_view encoding,
                                              std::int64_t timeoutMs);

/// Where a redirect leads. The credentials of `asked`, the URL that the scrape began with, go along only to
/// the origin that they were meant for; those that a server puts into its Location are dropped.
/// RedirectNotHttp, RedirectInsecure where it leads from https to http.
[[nodiscard]] Result<QUrl> redirectTarget(const QUrl &from, std::string_view location, const QUrl &asked);

} // namespace sightglass
