// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/systemtable.h"

#include "app/demo/systems/allsourcecontrolplane.h"
#include "app/demo/systems/allsourcecore.h"
#include "app/demo/systems/sellify.h"
#include "app/demo/systems/streamhouse.h"

#include <algorithm>
#include <array>

namespace sightglass::demo {

namespace {

template<typename Model>
std::unique_ptr<SystemModel> make(std::uint64_t seed)
{
    return std::make_unique<Model>(seed);
}

constexpr std::array systems{
    SystemEntry{SystemId::FraiseqlObserver, "fraiseql", 9464, HealthPages::ReadyAndLive, nullptr},
    SystemEntry{SystemId::PlainObserver, "plain", 9465, HealthPages::ReadyAndLive, nullptr},
    SystemEntry{SystemId::AllSourceCore, "allsource-core", 8080, HealthPages::One, &make<AllSourceCore>},
    SystemEntry{SystemId::AllSourceControlPlane, "allsource-control-plane", 8081, HealthPages::One,
                &make<AllSourceControlPlane>},
    SystemEntry{SystemId::StreamHouse, "streamhouse", 9466, HealthPages::ReadyAndLive, &make<StreamHouse>},
    SystemEntry{SystemId::Sellify, "sellify", 3000, HealthPages::One, &make<Sellify>},
};

struct SystemGroup
{
    std::string_view name;
    bool (*has)(SystemId id);
};

constexpr std::array groups{
    SystemGroup{"all", [](SystemId) { return true; }},
    SystemGroup{
        "allsource",
        [](SystemId id) { return id == SystemId::AllSourceCore || id == SystemId::AllSourceControlPlane; }},
};

/// Whether the name, of a system or a group, stands for this one.
bool names(std::string_view name, const SystemEntry &entry)
{
    const auto group = std::ranges::find(groups, name, &SystemGroup::name);
    return group == groups.end() ? entry.name == name : group->has(entry.id);
}

} // namespace

std::span<const SystemEntry> systemTable() noexcept
{
    return systems;
}

const SystemEntry &systemEntry(SystemId id) noexcept
{
    return *std::ranges::find(systems, id, &SystemEntry::id);
}

std::vector<SystemId> systemsNamed(std::string_view text)
{
    std::array<bool, systems.size()> wanted{};
    for (;;) {
        const std::size_t comma = text.find(',');
        bool known = false;
        for (std::size_t i = 0; i < systems.size(); ++i) {
            if (!names(text.substr(0, comma), systems.at(i)))
                continue;
            wanted.at(i) = true;
            known = true;
        }
        if (!known)
            return {};
        if (comma == std::string_view::npos)
            break;
        text.remove_prefix(comma + 1);
    }
    std::vector<SystemId> ids;
    for (std::size_t i = 0; i < systems.size(); ++i) {
        if (wanted.at(i))
            ids.push_back(systems.at(i).id);
    }
    return ids;
}

} // namespace sightglass::demo
