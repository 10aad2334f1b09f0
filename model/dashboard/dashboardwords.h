// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardsettings.h"
#include "model/dashboard/panelspec.h"
#include "parser/promql/ast.h"

#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace sightglass {

/// The words that stand for enumerators in dashboard files, in the order of the enumerators. One table per
/// enumeration, used for reading, writing and for saying what would have been right.
template<typename Enum>
[[nodiscard]] std::span<const std::pair<Enum, std::string_view>> dashboardWords() noexcept;

template<>
std::span<const std::pair<PanelType, std::string_view>> dashboardWords() noexcept;
template<>
std::span<const std::pair<SemanticColor, std::string_view>> dashboardWords() noexcept;
template<>
std::span<const std::pair<Calculation, std::string_view>> dashboardWords() noexcept;
template<>
std::span<const std::pair<LegendMode, std::string_view>> dashboardWords() noexcept;
template<>
std::span<const std::pair<DashboardRole, std::string_view>> dashboardWords() noexcept;
/// The comparisons only.
template<>
std::span<const std::pair<promql::BinaryOp, std::string_view>> dashboardWords() noexcept;

/// The word for an enumerator; empty for one that files do not know.
template<typename Enum>
[[nodiscard]] std::string_view wordFor(Enum value) noexcept
{
    for (const auto &[enumerator, word] : dashboardWords<Enum>()) {
        if (enumerator == value)
            return word;
    }
    return {};
}

template<typename Enum>
[[nodiscard]] std::optional<Enum> fromWord(std::string_view text) noexcept
{
    for (const auto &[enumerator, word] : dashboardWords<Enum>()) {
        if (word == text)
            return enumerator;
    }
    return std::nullopt;
}

} // namespace sightglass
