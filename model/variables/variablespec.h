// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

enum class VariableType : std::uint8_t
{
    Query,      ///< values come out of the store
    Custom,     ///< a list
    TextBox,    ///< typed
    Constant,   ///< one value that nobody changes
    Interval,   ///< durations
    DataSource, ///< which of several stores; here there is one
    AdHoc,      ///< matchers that are added to every selector
    GroupBy,    ///< labels that every query is grouped by
    Switch,     ///< one of two
    Snapshot    ///< what a query answered when a copy of the dashboard was made
};

/// In the order of Grafana's numbers.
enum class VariableSort : std::uint8_t
{
    None,
    AlphabeticalAscending,
    AlphabeticalDescending,
    NumericalAscending, ///< by the first number in the text
    NumericalDescending,
    CaseInsensitiveAscending,
    CaseInsensitiveDescending,
    NaturalAscending, ///< "a2" before "a10"
    NaturalDescending
};

enum class VariableRefresh : std::uint8_t
{
    Never,
    OnLoad,
    OnTimeRange
};

enum class VariableHide : std::uint8_t
{
    Shown,
    WithoutLabel,
    Hidden,
    InMenu
};

/// One value and how it is called.
struct VariableOption
{
    std::string text;
    std::string value;

    friend bool operator==(const VariableOption &, const VariableOption &) = default;
};

/// A matcher that an ad-hoc variable adds to selectors.
struct AdHocFilter
{
    std::string key;
    std::string op; ///< "=", "!=", "=~", "!~", "<", ">", "=|" (one of), "!=|"
    std::string value;
    std::vector<std::string> values = {}; ///< of "=|" and "!=|"

    friend bool operator==(const AdHocFilter &, const AdHocFilter &) = default;
};

/// What of an answer a variable's regular expression is applied to.
enum class RegexSubject : std::uint8_t
{
    Value,
    Text
};

/// How a custom variable's list is written.
enum class ListForm : std::uint8_t
{
    Commas, ///< "a, text : value"
    Json    ///< [{"text": "a", "value": "1"}] or ["a"]
};

/// Where a variable's own options stand among the answers of its query.
enum class StaticOrder : std::uint8_t
{
    Before,
    After,
    Sorted ///< in the order of all
};

/// How an interval variable offers "auto".
struct AutoInterval
{
    bool offered = false;
    int count = 30;            ///< into how many steps the range is cut
    std::string least = "10s"; ///< the shortest

    friend bool operator==(const AutoInterval &, const AutoInterval &) = default;
};

/// The value that stands for all of them.
inline constexpr std::string_view allVariableValue = "$__all";

/// A dashboard variable as data.
struct VariableSpec
{
    std::string name;
    std::string label; ///< empty: the name
    std::string description;
    VariableType type = VariableType::Query;
    /// What it is made of: the query, the list, the text, the type of data source.
    std::string query;
    std::string regex; ///< which answers are values, and which part of them
    RegexSubject regexSubject = RegexSubject::Value;
    ListForm listForm = ListForm::Commas;           ///< of a custom one
    std::vector<VariableOption> staticOptions = {}; ///< beside the answers of the query
    StaticOrder staticOrder = StaticOrder::Before;
    VariableSort sort = VariableSort::None;
    VariableRefresh refresh = VariableRefresh::Never;
    VariableHide hide = VariableHide::Shown;
    bool multi = false;
    bool includeAll = false;
    std::optional<std::string> allValue; ///< what All is in queries; empty: all values
    bool allowCustomValue = true;
    bool skipUrlSync = false;
    AutoInterval autoInterval;
    /// Of a switch: on and off. Of a snapshot: all of them.
    std::vector<VariableOption> options;
    std::vector<VariableOption> current; ///< what is chosen when the dashboard opens
    std::vector<AdHocFilter> filters;
    std::string datasource; ///< Grafana's uid or ${variable}, kept for its sake
    std::string refId = {}; ///< of the query, the same
    int queryType = 0;      ///< of the query's editor, the same; 0: none
    std::string kept = {};  ///< JSON that nobody here reads, to be written back; empty: nothing

    friend bool operator==(const VariableSpec &, const VariableSpec &) = default;
};

} // namespace sightglass
