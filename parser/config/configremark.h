// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

/// What is lost by a field of a configuration that is good, but not honoured here.
enum class ConfigLoss : std::uint8_t
{
    Alertmanagers,
    RuntimeSettings,
    StorageSettings,
    Traces,
    RemoteWrite,
    RemoteRead,
    Otlp,
    QueryLog,
    ScrapeFailureLog,
    UnknownDiscovery,    ///< argument: its kind
    EnvironmentVariable, ///< argument: its name
    SecretManager,
    ProtocolNegotiation,
    OtherGrants,
    Http2,
    OtherProxies ///< argument: the scheme
};

/// Where such a field stands, what it is called ("scrape_configs[2].kubernetes_sd_configs") and what is lost.
struct ConfigRemark
{
    SourcePosition position;
    std::string field;
    ConfigLoss loss = ConfigLoss::Alertmanagers;
    std::string argument; ///< of the text, where it has one; from the file: hostile

    friend bool operator==(const ConfigRemark &, const ConfigRemark &) = default;
};

/// English, with %1 for the argument. The one table of these texts.
[[nodiscard]] std::string_view lossText(ConfigLoss loss) noexcept;
/// All of them, for translation.
[[nodiscard]] std::span<const std::string_view> lossTexts() noexcept;

/// The text with its argument, in English.
[[nodiscard]] std::string plainText(const ConfigRemark &remark);

} // namespace sightglass
