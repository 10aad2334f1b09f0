// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/metadatatable.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

constexpr std::size_t linkBytes = 4 * sizeof(void *);

std::size_t bytesOf(std::string_view family, const MetricMetadata &metadata) noexcept
{
    return 2 * linkBytes + sizeof(DescribedFamily) + sizeof(DescribedFamilyPtr) + family.size() +
           metadata.help.size() + metadata.unit.size();
}

/// What a name costs that nothing was said of before.
std::size_t placeBytes(std::string_view family) noexcept
{
    return linkBytes + sizeof(MetadataView::Families::value_type) + family.size();
}

/// What an owner pays for each family, however many share its text.
constexpr std::size_t shareBytes = sizeof(DescribedFamilyPtr);

const std::string &nameOf(const DescribedFamilyPtr &family)
{
    return family->name;
}

} // namespace

MetadataTable::MetadataTable(std::size_t maxFamilies, std::size_t maxBytes)
    : m_maxFamilies(maxFamilies)
    , m_maxBytes(maxBytes)
{
    m_owners.emplace(MetadataOwner::Collector, std::make_shared<const TargetMetadata>());
}

MetadataOwner MetadataTable::add(Labels target)
{
    const auto owner = static_cast<MetadataOwner>(++m_lastOwner);
    m_owners.emplace(owner, std::make_shared<const TargetMetadata>(TargetMetadata{std::move(target), {}}));
    m_published = nullptr;
    return owner;
}

MetadataView::Families &MetadataTable::writable()
{
    if (m_familiesAreShared) {
        m_families = std::make_shared<MetadataView::Families>(*m_families);
        m_familiesAreShared = false;
    }
    m_published = nullptr;
    return *m_families;
}

DescribedFamilyPtr MetadataTable::keep(const MetadataChange &change)
{
    const auto known = m_families->find(change.family);
    const bool isNew = known == m_families->end();
    if (!isNew) {
        const auto same = std::ranges::find_if(
            known->second, [&](const DescribedFamilyPtr &one) { return one->metadata == *change.metadata; });
        if (same != known->second.end()) {
            const DescribedFamilyPtr found = *same;
            if (found != known->second.front()) {
                const auto place = same - known->second.begin();
                MetadataView::Sayings &sayings = writable().find(change.family)->second;
                std::rotate(sayings.begin(), sayings.begin() + place, sayings.begin() + place + 1);
            }
            ++m_holders[found.get()];
            return found;
        }
    }
    const std::size_t cost =
        bytesOf(change.family, *change.metadata) + (isNew ? placeBytes(change.family) : 0);
    if (m_bytes + cost > m_maxBytes || (isNew && m_families->size() >= m_maxFamilies))
        return nullptr;
    auto made = std::make_shared<const DescribedFamily>(
        DescribedFamily{std::string(change.family), *change.metadata});
    MetadataView::Sayings &sayings = writable()[made->name];
    sayings.insert(sayings.begin(), made);
    m_holders.emplace(made.get(), 1);
    m_bytes += cost;
    return made;
}

void MetadataTable::drop(const DescribedFamilyPtr &family)
{
    const auto holders = m_holders.find(family.get());
    if (--holders->second > 0)
        return;
    m_holders.erase(holders);
    MetadataView::Families &families = writable();
    const auto at = families.find(family->name);
    std::erase(at->second, family);
    m_bytes -= bytesOf(family->name, family->metadata);
    if (at->second.empty()) {
        m_bytes -= placeBytes(family->name);
        families.erase(at);
    }
}

MetadataTable::Change MetadataTable::set(MetadataOwner owner, std::span<const MetadataChange> changes)
{
    const auto at = m_owners.find(owner);
    if (at == m_owners.end())
        return Change::None;
    const TargetMetadata &before = *at->second;
    DescribedFamilies added;
    std::set<const DescribedFamily *> gone;
    for (const MetadataChange &change : changes) {
        const auto old = std::ranges::lower_bound(before.families, change.family, {}, nameOf);
        const bool isThere = old != before.families.end() && (*old)->name == change.family;
        if (change.metadata == nullptr) {
            if (isThere)
                gone.insert(old->get());
            continue;
        }
        if (isThere && (*old)->metadata == *change.metadata)
            continue;
        const bool hasRoom = isThere || m_bytes + shareBytes * (added.size() + 1) <= m_maxBytes;
        const DescribedFamilyPtr kept = hasRoom ? keep(change) : nullptr;
        if (kept == nullptr)
            continue;
        if (isThere)
            gone.insert(old->get());
        added.push_back(kept);
    }
    if (added.empty() && gone.empty())
        return Change::None;

    auto after = std::make_shared<TargetMetadata>();
    after->target = before.target;
    after->families.reserve(before.families.size() + added.size() - gone.size());
    for (const DescribedFamilyPtr &family : before.families) {
        if (gone.contains(family.get()))
            drop(family);
        else
            after->families.push_back(family);
    }
    std::ranges::sort(added, {}, nameOf);
    const auto middle = static_cast<std::ptrdiff_t>(after->families.size());
    after->families.insert(after->families.end(), added.begin(), added.end());
    std::ranges::inplace_merge(after->families, after->families.begin() + middle, {}, nameOf);
    m_bytes += shareBytes * added.size();
    m_bytes -= shareBytes * gone.size();
    at->second = std::move(after);
    m_published = nullptr;
    return Change::Made;
}

MetadataTable::Change MetadataTable::remove(MetadataOwner owner)
{
    const auto at = m_owners.find(owner);
    if (at == m_owners.end() || owner == MetadataOwner::Collector)
        return Change::None;
    for (const DescribedFamilyPtr &family : at->second->families)
        drop(family);
    m_bytes -= shareBytes * at->second->families.size();
    m_owners.erase(at);
    m_published = nullptr;
    return Change::Made;
}

std::shared_ptr<const MetadataView> MetadataTable::publish()
{
    if (m_published == nullptr) {
        MetadataView::Contents contents{m_families, m_owners.at(MetadataOwner::Collector), {}};
        for (const auto &[owner, target] : m_owners) {
            if (owner != MetadataOwner::Collector)
                contents.targets.push_back(target);
        }
        m_published = std::make_shared<const MetadataView>(std::move(contents));
        m_familiesAreShared = true;
    }
    return m_published;
}

} // namespace sightglass
