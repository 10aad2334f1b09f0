// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <QByteArray>
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

/// "identity" for this machine, where packing costs more than sending, else "gzip".
[[nodiscard]] QByteArray acceptEncodingFor(const QUrl &url);

/// A scrape's request as it is sent, with the headers that Prometheus sends (exposition reference, section
/// 0.1) and Basic authentication where the URL holds a user.
[[nodiscard]] QByteArray scrapeRequest(const QUrl &url, std::int64_t timeoutMs);

/// Where a redirect leads. The credentials of `asked`, the URL that the scrape began with, go along only to
/// the origin that they were meant for; those that a server puts into its Location are dropped.
/// RedirectNotHttp, RedirectInsecure where it leads from https to http.
[[nodiscard]] Result<QUrl> redirectTarget(const QUrl &from, std::string_view location, const QUrl &asked);

} // namespace sightglass
