// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/targetlabels.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace sightglass {

namespace {

constexpr std::string_view exportedPrefix = "exported_";

void dropEmpty(std::vector<Label> &labels, std::string_view name)
{
    std::erase_if(labels, [name](const Label &label) { return label.name == name && label.value.empty(); });
}

bool hasName(const std::vector<Label> &labels, std::string_view name)
{
    return std::any_of(labels.begin(), labels.end(),
                       [name](const Label &label) { return label.name == name; });
}

/// Renames all labels of this name alike, so that a name exposed twice is still seen as such afterwards.
void moveAside(std::vector<Label> &exposed, const Labels &target, const std::string &name)
{
    std::string freeName = name;
    do {
        freeName.insert(0, exportedPrefix);
        dropEmpty(exposed, freeName);
    } while (hasName(exposed, freeName) || !target.value(freeName).empty());
    for (Label &label : exposed) {
        if (label.name == name)
            label.name = freeName;
    }
}

} // namespace

void applyTargetLabels(std::vector<Label> &exposed, const Labels &target)
{
    std::vector<std::string> conflicts;
    for (const LabelView label : target) {
        if (!hasName(exposed, label.name))
            continue;
        dropEmpty(exposed, label.name);
        if (hasName(exposed, label.name))
            conflicts.emplace_back(label.name);
    }
    std::stable_sort(conflicts.begin(), conflicts.end(),
                     [](const std::string &a, const std::string &b) { return a.size() < b.size(); });
    for (const std::string &name : conflicts)
        moveAside(exposed, target, name);
    for (const LabelView label : target)
        exposed.push_back(static_cast<Label>(label));
}

void addTargetLabels(std::vector<Label> &exposed, const Labels &target)
{
    const std::size_t exposedCount = exposed.size();
    for (const LabelView label : target) {
        const auto end = exposed.begin() + static_cast<std::ptrdiff_t>(exposedCount);
        if (std::none_of(exposed.begin(), end, [label](const Label &own) { return own.name == label.name; }))
            exposed.push_back(static_cast<Label>(label));
    }
}

} // namespace sightglass
