// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/metricspage.h"

#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace sightglass::demo {

/// The values of a page, to be asked by name and labels. Histograms are there under _count and _sum.
class PageValues
{
public:
    using Wanted = std::initializer_list<std::pair<const char *, std::string>>;

    /// All names are asked for without the prefix.
    PageValues(const MetricsPage &page, std::string prefix);

    /// Of all series with these labels; 0 where there is none.
    [[nodiscard]] double sum(const std::string &name, Wanted labels = {}) const;
    /// All values that a label has.
    [[nodiscard]] std::set<std::string> values(const std::string &name, const std::string &label) const;

private:
    using Series = std::pair<std::map<std::string, std::string>, double>;
    std::string m_prefix;
    std::multimap<std::string, Series> m_series;
};

/// What is wrong with a page by itself: values that are no counts, histograms whose parts disagree; empty for
/// nothing.
[[nodiscard]] std::string flawOf(const MetricsPage &page);
/// What is wrong with a page after another of the same system: series that came or went, counters that fell.
[[nodiscard]] std::string flawBetween(const MetricsPage &before, const MetricsPage &after);

} // namespace sightglass::demo
