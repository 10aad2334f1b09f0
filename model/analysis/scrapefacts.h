// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/bodycompression.h"
#include "model/core/refusedanswer.h"
#include "parser/base/error.h"
#include "parser/base/labels.h"
#include "parser/exposition/expositionformat.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// What is known of how a page was had. All of it may be unknown: a page from a file has none.
struct ScrapeFacts
{
    std::optional<Error> error;                   ///< why there is no page: the fetcher's or the scrape's
    std::shared_ptr<const RefusedAnswer> refused; ///< what came instead of one; null: unknown
    std::string accept;          ///< the header that asked for the page; empty: it was not asked for so
    std::string contentType;     ///< as sent; empty: unknown
    std::string contentEncoding; ///< as sent; empty: none, or unknown
    BodyCompression compression = BodyCompression::Unknown;
    std::size_t wireBytes = 0;                    ///< of the body as it was sent; 0: unknown
    std::optional<std::int64_t> durationMs;       ///< from the request to the page's last byte
    std::optional<std::int64_t> timeoutMs;        ///< of the scrape
    std::vector<std::int64_t> earlierDurationsMs; ///< of the scrapes before, for jitter
    std::optional<std::int64_t> nowMs;            ///< when it was scraped, since the Unix epoch
    std::optional<std::size_t> bodySizeLimit;     ///< in unpacked bytes
    Labels targetLabels;                          ///< what the scrape adds; empty: job and instance
    bool honorLabels = false;                     ///< exposed labels win over the target's
    ExpositionOptions reading;                    ///< what of a page the scrapes read
};

/// The body came in a Content-Encoding that nobody unpacks: Prometheus reads it as it is, and we do.
[[nodiscard]] inline bool isPackedOtherwise(const ScrapeFacts &facts)
{
    return !facts.contentEncoding.empty() && facts.contentEncoding != "identity" &&
           facts.compression != BodyCompression::Used;
}

} // namespace sightglass
