// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/variableoptions.h"

#include "model/fields/jsregex.h"
#include "model/variables/grafanainterval.h"
#include "parser/base/durationtext.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace sightglass {

namespace {

std::string_view trimmed(std::string_view text) noexcept
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

VariableOption listedOption(std::string_view item)
{
    // The last " : " divides, as in Grafana's greedy expression.
    const std::size_t colon = item.rfind(" : ");
    const bool divided = colon != std::string_view::npos && !trimmed(item.substr(0, colon)).empty() &&
                         !trimmed(item.substr(colon + 3)).empty();
    const std::string_view text = trimmed(divided ? item.substr(0, colon) : item);
    return {std::string(text), std::string(divided ? trimmed(item.substr(colon + 3)) : text)};
}

bool isWord(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The named group, or nothing.
const std::string *named(const JsRegex::Match &match, std::string_view name) noexcept
{
    for (const auto &[group, text] : match.named) {
        if (group == name && !text.empty())
            return &text;
    }
    return nullptr;
}

const std::string *firstNamed(const std::vector<JsRegex::Match> &matches, std::string_view name) noexcept
{
    for (const JsRegex::Match &match : matches) {
        if (const std::string *text = named(match, name))
            return text;
    }
    return nullptr;
}

/// What one answer becomes; nothing where it is filtered out.
void addMatched(const VariableOption &answer, const JsRegex &regex, RegexSubject subject,
                std::vector<VariableOption> &out)
{
    const std::string &searched = subject == RegexSubject::Text ? answer.text : answer.value;
    const std::vector<JsRegex::Match> matches = regex.matchesIn(searched, mostVariableOptions);
    if (matches.empty())
        return;
    const std::string *value = firstNamed(matches, "value");
    const std::string *text = firstNamed(matches, "text");
    if (value != nullptr || text != nullptr) {
        out.push_back({*(text != nullptr ? text : value), *(value != nullptr ? value : text)});
        return;
    }
    if (matches.front().groups.size() < 2) {
        out.push_back(answer);
        return;
    }
    for (const JsRegex::Match &match : matches) {
        if (match.groups[1])
            out.push_back({*match.groups[1], *match.groups[1]});
    }
}

void keepUnique(std::vector<VariableOption> &options)
{
    std::set<std::string, std::less<>> seen;
    std::erase_if(options,
                  [&seen](const VariableOption &option) { return !seen.insert(option.value).second; });
    if (options.size() > mostVariableOptions)
        options.resize(mostVariableOptions);
}

/// Options by their values; where thousands are chosen of thousands, looking through them all takes seconds.
class OptionIndex
{
public:
    explicit OptionIndex(std::span<const VariableOption> options)
    {
        m_options.reserve(options.size());
        for (const VariableOption &option : options)
            m_options.emplace(option.value, &option);
    }
    [[nodiscard]] const VariableOption *find(std::string_view value) const
    {
        const auto found = m_options.find(value);
        return found == m_options.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<std::string_view, const VariableOption *> m_options;
};

VariableValue allOf(const VariableSpec &variable, std::span<const VariableOption> options)
{
    VariableValue value;
    value.list = value.matched = value.all = true;
    value.allValue = variable.allValue;
    value.texts = {"All"};
    bool named = false;
    for (const VariableOption &option : options) {
        value.values.push_back(option.value);
        named = named || option.text != option.value;
    }
    if (named)
        std::ranges::transform(options, std::back_inserter(value.optionTexts), &VariableOption::text);
    return value;
}

} // namespace

std::vector<VariableOption> customOptions(std::string_view list)
{
    std::vector<VariableOption> options;
    std::string item;
    const auto finish = [&] {
        if (!item.empty() && options.size() < mostVariableOptions)
            options.push_back(listedOption(item));
        item.clear();
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] == '\\' && i + 1 < list.size() && list[i + 1] == ',')
            item += list[++i];
        else if (list[i] == ',')
            finish();
        else
            item += list[i];
    }
    finish();
    return options;
}

std::vector<VariableOption> intervalOptions(const VariableSpec &variable)
{
    std::vector<VariableOption> options;
    if (variable.autoInterval.offered)
        options.push_back({"auto", autoIntervalValue(variable.name)});
    const std::string_view list = variable.query;
    for (std::size_t i = 0; i < list.size() && options.size() < mostVariableOptions;) {
        std::size_t end = i;
        std::string_view item;
        if (list[i] == '"' || list[i] == '\'') {
            const std::size_t close = list.find(list[i], i + 1);
            if (close != std::string_view::npos) {
                item = list.substr(i + 1, close - i - 1);
                end = close + 1;
            }
        }
        while (item.empty() && end < list.size() && isWord(list[end]))
            ++end;
        if (item.empty())
            item = list.substr(i, end - i);
        if (!item.empty())
            options.push_back({std::string(item), std::string(item)});
        i = std::max(end, i + 1);
    }
    return options;
}

std::vector<VariableOption> withStaticOptions(const VariableSpec &variable,
                                              std::vector<VariableOption> options)
{
    if (variable.staticOptions.empty())
        return options;
    const auto at = variable.staticOrder == StaticOrder::Before ? options.begin() : options.end();
    options.insert(at, variable.staticOptions.begin(), variable.staticOptions.end());
    for (VariableOption &option : options) {
        if (option.text.empty())
            option.text = option.value;
    }
    keepUnique(options);
    if (variable.staticOrder == StaticOrder::Sorted)
        sortOptions(options, variable.sort);
    return options;
}

Result<std::vector<VariableOption>> shapedOptions(std::vector<VariableOption> answers, std::string_view regex,
                                                  VariableSort sort, RegexSubject subject)
{
    std::vector<VariableOption> options;
    if (regex.empty()) {
        options = std::move(answers);
    } else {
        const auto compiled = JsRegex::fromText(regex);
        if (!compiled)
            return compiled.error();
        for (const VariableOption &answer : answers)
            addMatched(answer, *compiled, subject, options);
    }
    keepUnique(options);
    sortOptions(options, sort);
    return options;
}

VariableValue chosenValue(const VariableSpec &variable, std::span<const VariableOption> options,
                          std::span<const VariableOption> chosen)
{
    VariableValue value;
    value.list = variable.multi;
    value.matched = variable.multi || variable.includeAll;
    const OptionIndex index(options);
    for (const VariableOption &one : chosen) {
        if (one.value == allVariableValue && variable.includeAll)
            return allOf(variable, options);
        const VariableOption *known = index.find(one.value);
        const bool mayStand = options.empty() || one.text.empty();
        if (known == nullptr && !(mayStand && variable.allowCustomValue && !one.value.empty()))
            continue;
        value.values.push_back(one.value);
        value.texts.push_back(known != nullptr ? known->text : one.text.empty() ? one.value : one.text);
        if (!variable.multi)
            break;
    }
    if (!value.values.empty())
        return value;
    if (variable.includeAll)
        return allOf(variable, options);
    if (!options.empty()) {
        value.values = {options.front().value};
        value.texts = {options.front().text};
    }
    return value;
}

std::string autoIntervalText(const AutoInterval &interval, TimeRange range)
{
    const std::int64_t least = grafanaIntervalMs(interval.least).value_or(0);
    const std::int64_t cut = range.lengthMs() / std::max(interval.count, 1);
    return formatDurationMs(std::max(roundedInterval(cut), least));
}

std::string autoIntervalValue(std::string_view variable)
{
    return "$__auto_interval_" + std::string(variable);
}

} // namespace sightglass
