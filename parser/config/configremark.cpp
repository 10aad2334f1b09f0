// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/configremark.h"

#include <array>
#include <cstddef>

namespace sightglass {

namespace {

/// In the order of ConfigLoss.
constexpr auto texts = std::to_array<std::string_view>({
    "alerts are not sent to Alertmanagers",
    "it tunes a Prometheus server's runtime",
    "it configures a Prometheus server's storage; how long data is kept is set in the program",
    "no traces are sent",
    "samples are not sent on",
    "queries see the samples kept here only",
    "no samples are received by OTLP",
    "queries are not logged to a file",
    "failed scrapes are not logged to a file",
    "targets that %1 discovery would find are not scraped",
    "the environment variable %1 is empty or not set",
    "there is no secret manager to ask for it",
    "no protocols are negotiated in the TLS handshake",
    "tokens are asked for by client credentials only",
    "requests are sent over HTTP/1.1, not HTTP/2",
    "nothing is asked through a %1 proxy, only through http and https ones: every request fails",
});
static_assert(texts.size() == static_cast<std::size_t>(ConfigLoss::OtherProxies) + 1);

} // namespace

std::string_view lossText(ConfigLoss loss) noexcept
{
    return texts[static_cast<std::size_t>(loss)];
}

std::span<const std::string_view> lossTexts() noexcept
{
    return texts;
}

std::string plainText(const ConfigRemark &remark)
{
    std::string text(lossText(remark.loss));
    if (const std::size_t at = text.find("%1"); at != std::string::npos)
        text.replace(at, 2, remark.argument);
    return text;
}

} // namespace sightglass
