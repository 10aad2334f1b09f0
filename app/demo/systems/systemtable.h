// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/systemmodel.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace sightglass::demo {

/// The systems that Sightglass knows by name. The observers really work, the others are modelled.
enum class SystemId : std::uint8_t
{
    FraiseqlObserver,
    PlainObserver,
    AllSourceCore,
    AllSourceControlPlane,
    StreamHouse,
    Sellify
};

/// The health pages that a system has.
enum class HealthPages : std::uint8_t
{
    One,          ///< /health
    ReadyAndLive, ///< /health/ready and /health/live, too
};

struct SystemEntry
{
    SystemId id = SystemId::FraiseqlObserver;
    std::string_view name;  ///< of --system
    std::uint16_t port = 0; ///< where it is scraped if nothing else is said
    HealthPages healthPages = HealthPages::One;
    /// Null for the observers.
    std::unique_ptr<SystemModel> (*makeModel)(std::uint64_t seed) = nullptr;
};

/// All systems in the order that they are started and listed in. Here alone a system is made known.
[[nodiscard]] std::span<const SystemEntry> systemTable() noexcept;
[[nodiscard]] const SystemEntry &systemEntry(SystemId id) noexcept;

/// The systems that a text names, in the table's order: one name, several with commas between them,
/// "allsource" for its core and control plane, "all". Empty where a name is unknown.
[[nodiscard]] std::vector<SystemId> systemsNamed(std::string_view text);

} // namespace sightglass::demo
