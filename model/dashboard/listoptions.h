// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/legendoptions.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sightglass {

enum class CellHeight : std::uint8_t
{
    Small,
    Medium,
    Large
};

struct TableSort
{
    std::string field;
    bool descending = false;

    friend bool operator==(const TableSort &, const TableSort &) = default;
};

struct TableFooter
{
    bool shown = false;
    std::vector<Calculation> calculations;
    std::vector<std::string> fields; ///< empty: all numbers
    bool countRows = false;

    friend bool operator==(const TableFooter &, const TableFooter &) = default;
};

struct TableOptions
{
    bool header = true;
    CellHeight cellHeight = CellHeight::Small;
    std::vector<TableSort> sort;
    TableFooter footer;
    bool pagination = false;
    int frame = 0; ///< which frame is shown at first
    int frozenColumns = 0;

    friend bool operator==(const TableOptions &, const TableOptions &) = default;
};

enum class TextFormat : std::uint8_t
{
    Markdown,
    Html, ///< hostile: shown cleaned, without scripts, styles, forms and anything that loads
    Code
};

struct TextOptions
{
    TextFormat format = TextFormat::Markdown;
    std::string content;
    std::string language;     ///< of Code
    bool lineNumbers = false; ///< of Code

    friend bool operator==(const TextOptions &, const TextOptions &) = default;
};

struct AlertListOptions
{
    int limit = 20;
    std::string nameFilter;
    std::string labelFilter; ///< matchers
    bool firing = true;
    bool pending = true;
    bool inactive = false;
    bool onlyThisDashboard = false;
    bool grouped = false;
    std::vector<std::string> groupBy;
    SortOrder sort = SortOrder::Descending; ///< by severity
    bool counted = false;                   ///< how many there are, instead of the list

    friend bool operator==(const AlertListOptions &, const AlertListOptions &) = default;
};

struct DashboardListOptions
{
    bool starred = true;
    bool recent = false;
    bool search = false;
    bool headings = true;
    int limit = 10;
    std::string query;
    std::vector<std::string> tags;
    bool keepTime = false;
    bool includeVariables = false;

    friend bool operator==(const DashboardListOptions &, const DashboardListOptions &) = default;
};

} // namespace sightglass
