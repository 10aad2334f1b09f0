// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/ruleremarks.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace sightglass {

namespace {

constexpr std::size_t leastChanges = 3;
constexpr std::size_t mostExampleValues = 4;
constexpr double slowShare = 0.1;

bool isSeen(SetPresence presence)
{
    return presence != SetPresence::Absent;
}

/// Whether it was not there at an evaluation between two at which it was.
bool vanishes(const RuleLabelSet &set)
{
    const auto first = std::find_if(set.seen.begin(), set.seen.end(), isSeen);
    const auto last = std::find_if(set.seen.rbegin(), set.seen.rend(), isSeen).base();
    return first < last && std::find(first, last, SetPresence::Absent) != last;
}

/// How often the condition began to hold.
std::size_t beginnings(const RuleLabelSet &set)
{
    std::size_t count = 0;
    for (std::size_t i = 1; i < set.seen.size(); ++i)
        count += set.seen[i] == SetPresence::Holds && set.seen[i - 1] == SetPresence::Quiet ? 1 : 0;
    return count;
}

/// The values that a label has at each evaluation, of label sets that are the same but for it.
using ValuesBySlot = std::vector<std::set<std::string_view>>;

/// At each evaluation there is something, and never what was there at the one before.
bool isAlwaysNew(const ValuesBySlot &times)
{
    std::size_t changes = 0;
    for (std::size_t i = 1; i < times.size(); ++i) {
        if (times[i].empty() || times[i - 1].empty())
            continue;
        const bool shared = std::any_of(times[i].begin(), times[i].end(),
                                        [&](std::string_view value) { return times[i - 1].contains(value); });
        if (shared)
            return false;
        ++changes;
    }
    return changes >= leastChanges;
}

/// The label with always new values, where there is one.
std::optional<RuleRemark> changingLabel(const std::vector<RuleLabelSet> &sets, std::size_t times)
{
    std::map<std::string_view, std::map<Labels, ValuesBySlot>> byLabel;
    for (const RuleLabelSet &set : sets) {
        if (set.seen.size() != times)
            continue;
        for (const LabelView label : set.labels) {
            ValuesBySlot &values =
                byLabel[label.name].try_emplace(set.labels.without(label.name), times).first->second;
            for (std::size_t i = 0; i < times; ++i) {
                if (isSeen(set.seen[i]))
                    values[i].insert(label.value);
            }
        }
    }
    for (const auto &[label, groups] : byLabel) {
        for (const auto &[others, values] : groups) {
            if (!isAlwaysNew(values))
                continue;
            RuleRemark remark{RuleRemarkKind::ChangingLabel, 0, std::string(label), {}};
            std::set<std::string_view> all;
            for (const auto &some : values)
                all.insert(some.begin(), some.end());
            remark.count = all.size();
            auto value = all.begin();
            for (std::size_t n = 0; n < mostExampleValues && value != all.end(); ++n, ++value)
                remark.example += (n == 0 ? "" : ", ") + std::string(*value);
            return remark;
        }
    }
    return std::nullopt;
}

bool mentionsValue(std::string_view text)
{
    return text.find("$value") != std::string_view::npos || text.find(".Value") != std::string_view::npos;
}

template<typename Condition>
void addCounted(std::vector<RuleRemark> &remarks, RuleRemarkKind kind, const std::vector<RuleLabelSet> &sets,
                Condition condition)
{
    RuleRemark remark{kind, 0, {}, {}};
    for (const RuleLabelSet &set : sets) {
        if (!condition(set))
            continue;
        if (remark.count++ == 0)
            remark.example = set.labels.toString();
    }
    if (remark.count > 0)
        remarks.push_back(std::move(remark));
}

} // namespace

std::vector<RuleRemark> ruleRemarks(const RuleDiagnosis &diagnosis, const RuleStatus &status,
                                    std::int64_t intervalMs)
{
    std::vector<RuleRemark> remarks;
    for (const RuleText &text : status.rule->labelTexts) {
        if (mentionsValue(text.text()))
            remarks.push_back({RuleRemarkKind::ValueInLabel, 0, text.name(), text.text()});
    }
    if (auto changing = changingLabel(diagnosis.sets, diagnosis.times.size()))
        remarks.push_back(*std::move(changing));
    addCounted(remarks, RuleRemarkKind::VanishingSeries, diagnosis.sets, vanishes);
    if (diagnosis.forMs > 0)
        addCounted(remarks, RuleRemarkKind::FlickeringSets, diagnosis.sets, [](const RuleLabelSet &set) {
            constexpr std::size_t often = 2;
            return beginnings(set) >= often;
        });
    if (status.evaluationSeconds * 1000 > slowShare * static_cast<double>(intervalMs))
        remarks.push_back({RuleRemarkKind::SlowRule, 0, {}, {}});
    return remarks;
}

} // namespace sightglass
