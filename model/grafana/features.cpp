// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/features.h"

#include "model/transform/transformation.h"

#include <algorithm>
#include <string>

namespace sightglass::grafana {

namespace {

constexpr std::string_view transformationPrefix = "transformation/";

const Feature *exactly(std::string_view path) noexcept
{
    const std::span<const Feature> all = features();
    const auto found =
        std::lower_bound(all.begin(), all.end(), path, [](const Feature &feature, std::string_view wanted) {
            return feature.path < wanted;
        });
    return found != all.end() && found->path == path ? &*found : nullptr;
}

/// The same path for all types of panels.
std::string forAllTypes(std::string_view path)
{
    const std::size_t slash = path.find('/');
    return slash == std::string_view::npos ? std::string() : '*' + std::string(path.substr(slash));
}

const HarmlessMember *listed(std::string_view path)
{
    const std::string all = forAllTypes(path);
    for (const HarmlessMember &member : harmlessMembers()) {
        if (member.path == path || member.path == all)
            return &member;
    }
    return nullptr;
}

} // namespace

const Feature *featureAt(std::string_view path) noexcept
{
    const Feature *feature = exactly(path);
    return feature != nullptr ? feature : exactly(forAllTypes(path));
}

bool isHonoured(std::string_view path) noexcept
{
    if (path.starts_with(transformationPrefix)) {
        const auto known = knownTransformations();
        return std::find(known.begin(), known.end(), path.substr(transformationPrefix.size())) != known.end();
    }
    const Feature *feature = featureAt(path);
    return feature != nullptr && feature->honour == Honour::Drawn;
}

bool isLeftover(std::string_view path) noexcept
{
    constexpr std::string_view panel = "panel/";
    const auto names = leftoverNames();
    return path.starts_with(panel) &&
           std::find(names.begin(), names.end(), path.substr(panel.size())) != names.end();
}

bool isOfClone(std::string_view path)
{
    const HarmlessMember *member = listed(path);
    return member != nullptr && member->keeping == Keeping::Dropped &&
           (member->reason == reasonOfClones || member->reason == reasonOfPlaces);
}

bool isHarmless(std::string_view path)
{
    return listed(path) != nullptr;
}

bool isStrangeToGrafana(std::string_view path) noexcept
{
    const auto places = closedPlaces();
    return std::any_of(places.begin(), places.end(),
                       [path](std::string_view place) { return path.starts_with(place); });
}

bool isKept(std::string_view path)
{
    const HarmlessMember *member = listed(path);
    return member == nullptr || member->keeping == Keeping::WrittenBack;
}

} // namespace sightglass::grafana
