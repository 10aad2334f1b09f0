// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/fields/displaynames.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// A value as the places of names and links see it. Refers to what the caller holds.
struct ValuePlace
{
    const Frame *frame = nullptr;
    std::size_t field = 0; ///< index into the frame's
    const DisplayNames *names = nullptr;
    std::optional<std::size_t> row; ///< empty: the value is a calculation
    FieldValue value = {};          ///< the cell, or what was calculated
    std::string_view calculation{}; ///< its id
    TimeRange range = {};           ///< of the panel
};

/// Fills the places of a text that Grafana knows beside dashboard variables: ${__field.name},
/// ${__field.displayName}, ${__field.labels.x}, ${__series.name}, ${__value.raw|numeric|text|time},
/// ${__data.fields.x} and ${__data.fields[0]} with the same ends, ${__cell_0}, ${__calc}, $__from, $__to,
/// $__url_time_range, also written $__calc and with a format behind a colon. Others stay as they are. What is
/// filled in is not looked at again.
[[nodiscard]] std::string filledPlaces(std::string_view text, const ValuePlace &place);

/// The same for the address of a link. What is filled in is encoded as a part of an address, so that no
/// label's value leaves its place; what the address begins with keeps its : and /, but has to be one that may
/// be opened: http, https or mailto, or "/d/…" of another dashboard. Empty for any other.
[[nodiscard]] std::optional<std::string> filledUrl(std::string_view url, const ValuePlace &place);

/// The name of one row's value, as Grafana makes it: the configured name with its places filled in, else the
/// row's texts, and the field's name where the row has other numbers or no text.
[[nodiscard]] std::string rowName(const ValuePlace &place);

} // namespace sightglass
