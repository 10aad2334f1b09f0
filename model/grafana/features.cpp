// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/features.h"
namespace sightglass::grafana {
std::span<const Feature> features() noexcept
{
    return {};
}
const Feature *featureAt(std::string_view) noexcept
{
    return nullptr;
}
bool isHonoured(std::string_view) noexcept
{
    return true;
}
std::span<const HarmlessMember> harmlessMembers() noexcept
{
    return {};
}
bool isHarmless(std::string_view) noexcept
{
    return false;
}
} // namespace sightglass::grafana
