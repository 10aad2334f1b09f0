// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/exposition/expositionformat.h"
#include "parser/exposition/scrapeprotocol.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// "PrometheusProto", "OpenMetricsText1.0.0", …: the names in configurations, case-sensitive.
[[nodiscard]] std::string_view scrapeProtocolName(ScrapeProtocol protocol) noexcept;
[[nodiscard]] std::optional<ScrapeProtocol> scrapeProtocolFromName(std::string_view name) noexcept;
/// "allow-utf-8", "underscores", "dots", "values".
[[nodiscard]] std::optional<NameEscaping> nameEscapingFromName(std::string_view name) noexcept;

/// The grammar of what the protocol brings.
[[nodiscard]] ExpositionFormat formatOf(ScrapeProtocol protocol) noexcept;

/// What is asked for where the configuration says nothing: native histograms come as protobuf only, so it
/// goes first where they are read (exposition reference, section 0.2).
[[nodiscard]] std::vector<ScrapeProtocol>
defaultScrapeProtocols(ExpositionOptions::NativeHistograms nativeHistograms);

/// The Accept header for these protocols, the first one preferred most (section 0.2).
[[nodiscard]] std::string acceptHeader(std::span<const ScrapeProtocol> protocols, NameEscaping escaping);

/// Prometheus' words for an answer whose Content-Type decides nothing and that has no fallback:
/// ContentTypeMissing, or UnsupportedContentType with the text and the header in its arguments. `shown` is
/// the header as it may be shown.
[[nodiscard]] Error contentTypeError(std::string_view contentType, const std::string &shown);

/// How to read an answer with this Content-Type: by the header where it is one of the three formats', else by
/// the fallback, else not at all: ContentTypeMissing or UnsupportedContentType (section 0.3).
[[nodiscard]] Result<ExpositionFormat> negotiatedFormat(std::string_view contentType,
                                                        std::optional<ScrapeProtocol> fallback);

} // namespace sightglass
