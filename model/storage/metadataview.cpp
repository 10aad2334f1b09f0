// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/metadataview.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view instanceLabel = "instance";

std::string_view instanceOf(const std::shared_ptr<const TargetMetadata> &one)
{
    return one->target.value(instanceLabel);
}

std::string_view nameOf(const DescribedFamilyPtr &family)
{
    return family->name;
}

bool isOf(const Labels &target, const Labels &series)
{
    return std::all_of(target.begin(), target.end(),
                       [&series](const LabelView label) { return series.value(label.name) == label.value; });
}

} // namespace

const DescribedFamily *TargetMetadata::find(std::string_view family) const
{
    const auto at = std::ranges::lower_bound(families, family, {}, nameOf);
    return at != families.end() && (*at)->name == family ? at->get() : nullptr;
}

MetadataView::MetadataView()
    : MetadataView(Contents{std::make_shared<const Families>(), std::make_shared<const TargetMetadata>(), {}})
{}

MetadataView::MetadataView(Contents contents)
    : m_contents(std::move(contents))
{
    std::ranges::stable_sort(m_contents.targets, {}, instanceOf);
}

MetricMetadata MetadataView::latest(std::string_view family) const
{
    const auto at = m_contents.families->find(family);
    return at != m_contents.families->end() ? at->second.front()->metadata : MetricMetadata();
}

MetricMetadata MetadataView::of(const Labels &series, std::string_view family) const
{
    bool isKnown = false;
    const auto sameInstance =
        std::ranges::equal_range(m_contents.targets, series.value(instanceLabel), {}, instanceOf);
    for (const auto &one : sameInstance) {
        if (!isOf(one->target, series))
            continue;
        isKnown = true;
        if (const DescribedFamily *found = one->find(family))
            return found->metadata;
    }
    if (!isKnown)
        return latest(family);
    const DescribedFamily *own = m_contents.own->find(family);
    return own != nullptr ? own->metadata : MetricMetadata();
}

std::vector<MetricMetadata> MetadataView::every(std::string_view family) const
{
    std::vector<MetricMetadata> all;
    if (const auto at = m_contents.families->find(family); at != m_contents.families->end())
        std::ranges::transform(at->second, std::back_inserter(all),
                               [](const DescribedFamilyPtr &one) { return one->metadata; });
    return all;
}

bool MetadataView::isOnlyCollectors(std::string_view family) const
{
    return m_contents.own->find(family) != nullptr &&
           std::ranges::none_of(m_contents.targets,
                                [family](const auto &one) { return one->find(family) != nullptr; });
}

std::vector<std::string> MetadataView::families() const
{
    std::vector<std::string> names;
    names.reserve(m_contents.families->size());
    std::ranges::transform(*m_contents.families, std::back_inserter(names),
                           [](const auto &entry) { return entry.first; });
    return names;
}

DescribedFamilies MetadataView::ofTarget(const Labels &target) const
{
    DescribedFamilies all;
    const auto sameInstance =
        std::ranges::equal_range(m_contents.targets, target.value(instanceLabel), {}, instanceOf);
    for (const auto &one : sameInstance) {
        if (one->target != target)
            continue;
        DescribedFamilies both;
        std::ranges::merge(all, one->families, std::back_inserter(both), {}, nameOf, nameOf);
        const auto twice = std::ranges::unique(both, {}, nameOf);
        both.erase(twice.begin(), twice.end());
        all = std::move(both);
    }
    return all;
}

} // namespace sightglass
