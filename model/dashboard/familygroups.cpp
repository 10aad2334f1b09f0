// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/familygroups.h"

#include "model/core/namewords.h"
#include "model/dashboard/familytext.h"
#include "model/query/naturalorder.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace sightglass {

namespace {

constexpr std::size_t longestHeading = 60;
/// A section with more is split where its names allow it.
constexpr std::size_t mostFamiliesInGroup = 20;
/// Fewer are no section of their own within a larger one.
constexpr std::size_t fewestFamiliesInPart = 4;

constexpr std::array<std::string_view, 13> runtimeWords = {
    "go",  "process", "promhttp", "python", "jvm",     "nodejs", "ruby",
    "php", "dotnet",  "erlang",   "scrape", "exposer", "up",
};

/// How many words all names begin with; never all words of a name, so that something is left for a title.
std::size_t commonWords(const std::vector<MetricFamily> &families)
{
    const auto first = nameWords(families.front().name);
    std::size_t common = first.empty() ? 0 : first.size() - 1;
    for (const MetricFamily &family : families) {
        const auto words = nameWords(family.name);
        std::size_t shared = 0;
        while (shared < common && shared + 1 < words.size() && words[shared] == first[shared])
            ++shared;
        common = shared;
    }
    return common;
}

std::string titleOf(const MetricFamily &family, std::size_t words)
{
    std::string title;
    const auto all = nameWords(family.name);
    for (std::size_t i = 0; i < std::min(std::max<std::size_t>(words, 1), all.size()); ++i)
        title += (title.empty() ? "" : " ") + wordInTitle(all[i]);
    return shortened(capitalised(std::move(title)), longestHeading);
}

/// Splits families until each part is a section's worth. `word` is the index of the word that tells parts
/// apart.
class Splitter
{
public:
    std::vector<FamilyGroup> groups;
    std::vector<MetricFamily> alone;

    void split(std::vector<MetricFamily> families, std::size_t word)
    {
        std::map<std::string, std::vector<MetricFamily>> parts;
        for (MetricFamily &family : families) {
            const auto words = nameWords(family.name);
            parts[word < words.size() ? std::string(words[word]) : std::string()].push_back(
                std::move(family));
        }
        std::vector<MetricFamily> rest;
        for (auto &[name, part] : parts) {
            if (part.size() < (word == 0 ? 2 : fewestFamiliesInPart))
                std::move(part.begin(), part.end(), std::back_inserter(rest));
            else
                place(std::move(part), word + 1);
        }
        keepTogether(std::move(rest), word);
    }

private:
    void place(std::vector<MetricFamily> part, std::size_t nextWord)
    {
        // A name may end with the word it was found by: then that word stays in the panels' titles.
        const std::size_t common = commonWords(part);
        const std::size_t next = std::max(common, nextWord);
        if (part.size() > mostFamiliesInGroup && next <= deepestSplit && splitsWell(part, next))
            split(std::move(part), next);
        else
            add(std::move(part), common);
    }

    /// Whether most families come into parts worth a section; forty sizes of memory with a word each do not.
    static bool splitsWell(const std::vector<MetricFamily> &families, std::size_t word)
    {
        std::map<std::string_view, std::size_t> parts;
        for (const MetricFamily &family : families) {
            const auto words = nameWords(family.name);
            ++parts[word < words.size() ? words[word] : std::string_view()];
        }
        std::size_t placed = 0;
        for (const auto &[name, count] : parts)
            placed += count >= fewestFamiliesInPart ? count : 0;
        return 2 * placed > families.size();
    }

    /// What no other name joins: with its like under the words it shares with them, or among "Other".
    void keepTogether(std::vector<MetricFamily> rest, std::size_t word)
    {
        if (rest.empty())
            return;
        if (word == 0 || rest.size() == 1)
            alone.insert(alone.end(), std::make_move_iterator(rest.begin()),
                         std::make_move_iterator(rest.end()));
        else
            add(std::move(rest), word);
    }

    void add(std::vector<MetricFamily> families, std::size_t words)
    {
        FamilyGroup group;
        group.title = titleOf(families.front(), words);
        group.sharedWords = words;
        group.families = std::move(families);
        groups.push_back(std::move(group));
    }

    static constexpr std::size_t deepestSplit = 4;
};

} // namespace

bool isRuntimeName(std::string_view name)
{
    const std::string_view first = name.substr(0, name.find_first_of("_:./- "));
    return std::ranges::find(runtimeWords, first) != runtimeWords.end();
}

namespace {

void sortByActivity(std::vector<MetricFamily> &families)
{
    std::sort(families.begin(), families.end(), [](const MetricFamily &a, const MetricFamily &b) {
        return a.activity != b.activity ? a.activity > b.activity : naturalOrder(a.name, b.name) < 0;
    });
}

bool describesRuntime(const FamilyGroup &group)
{
    return isRuntimeName(group.families.front().name);
}

/// The small groups about process, client library and scrape as one, before the large ones.
void joinRuntime(std::vector<FamilyGroup> &groups, const std::string &title)
{
    constexpr std::size_t smallGroup = 10;
    const auto small = std::stable_partition(groups.begin(), groups.end(), [](const FamilyGroup &group) {
        return !group.isRuntime || group.families.size() > smallGroup;
    });
    if (groups.end() - small < 2)
        return;
    FamilyGroup joined;
    joined.title = title;
    joined.isRuntime = true;
    for (auto group = small; group != groups.end(); ++group) {
        joined.activity += group->activity;
        std::move(group->families.begin(), group->families.end(), std::back_inserter(joined.families));
    }
    sortByActivity(joined.families);
    groups.erase(small, groups.end());
    const auto runtime =
        std::find_if(groups.begin(), groups.end(), [](const FamilyGroup &group) { return group.isRuntime; });
    groups.insert(runtime, std::move(joined));
}

} // namespace

std::vector<FamilyGroup> groupFamilies(std::vector<MetricFamily> families, const AutoTexts &texts)
{
    Splitter splitter;
    if (families.empty())
        return {};
    splitter.split(std::move(families), 0);
    for (FamilyGroup &group : splitter.groups)
        group.isRuntime = describesRuntime(group);
    if (!splitter.alone.empty()) {
        FamilyGroup other;
        other.title = texts[AutoText::Other];
        other.families = std::move(splitter.alone);
        splitter.groups.push_back(std::move(other));
    }
    for (FamilyGroup &group : splitter.groups) {
        sortByActivity(group.families);
        for (const MetricFamily &family : group.families)
            group.activity += family.activity;
    }
    std::sort(splitter.groups.begin(), splitter.groups.end(), [](const FamilyGroup &a, const FamilyGroup &b) {
        if (a.isRuntime != b.isRuntime)
            return b.isRuntime;
        return a.activity != b.activity ? a.activity > b.activity : naturalOrder(a.title, b.title) < 0;
    });
    joinRuntime(splitter.groups, texts[AutoText::ProcessAndRuntime]);
    return std::move(splitter.groups);
}

} // namespace sightglass
