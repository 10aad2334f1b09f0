// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/fieldcodec.h"

#include <cstddef>
#include <string>
#include <string_view>

/// Members of Grafana's JSON that nobody here reads, or cannot read, go along with what they stood in and are
/// written back: as one text per dashboard, variable, panel, query and override.
namespace sightglass::grafana {

/// What is kept of a list whose items have no text of their own: {items: how many there were, "2": {…}}.
/// Written back where there are as many still.
inline constexpr std::string_view keptItems = "$$items";
/// Items that were not read, in their order: [{before: so many of those that were, item: …}]. Written back
/// whatever became of the others.
inline constexpr std::string_view keptOthers = "$$others";
/// A value that cannot be said by what it was read into, {whole: …, read: what is written without it}.
/// Written back as long as nobody changed what was read.
inline constexpr std::string_view keptWhole = "$$whole";

/// Of what was kept that which putKept() adds to what is `written` without it; null where that is nothing.
/// What is written anyhow need not be kept.
[[nodiscard]] Json prunedKept(const Json &kept, const OrderedJson &written);

/// Empty for null.
[[nodiscard]] std::string keptText(const Json &kept);

/// Adds `inner` to `kept` by that name; nothing where it is null.
void addKept(Json &kept, std::string_view name, Json inner);
/// Adds to what is kept of a list an item that was not read.
void addKeptOther(Json &list, std::size_t before, Json item);

/// Puts what was kept back into what was written. Where both have a value the written one stays, unless it is
/// what was read of the one that was kept.
void mergeKept(OrderedJson &written, const OrderedJson &kept);
/// The same of what keptText() made.
void putKept(OrderedJson &written, const std::string &kept);

} // namespace sightglass::grafana
