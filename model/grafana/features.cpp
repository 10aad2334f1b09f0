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

bool isListed(std::string_view path, Strictness strictness) noexcept
{
    for (const HarmlessMember &member : harmlessMembers()) {
        if (member.path == path)
            return true;
        const std::string_view stem = member.path.substr(0, member.path.size() - 1);
        if (strictness == Strictness::AsGrafana && member.path.ends_with("/*") && path.starts_with(stem))
            return true;
    }
    return false;
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

bool isHarmless(std::string_view path, Strictness strictness)
{
    return isListed(path, strictness) || isListed(forAllTypes(path), strictness);
}

} // namespace sightglass::grafana
