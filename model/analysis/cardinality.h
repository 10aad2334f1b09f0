// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/exposedpage.h"
#include "model/analysis/labelshape.h"

#include <cstddef>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// One label of a family.
struct LabelCardinality
{
    std::string name;
    std::size_t values = 0;        ///< distinct ones
    std::size_t seriesWithout = 0; ///< how many series the family would have without this label
    LabelShape shape = LabelShape::Words;
    std::string example; ///< one of the values, where shape is not Words
};

/// How many series a family has, and which of its labels make them.
struct FamilyCardinality
{
    std::uint32_t family = 0; ///< of ExposedPage::families
    std::string name;
    std::size_t series = 0;               ///< distinct ones; of a histogram all its buckets
    std::vector<LabelCardinality> labels; ///< most values first, at most 16; le and quantile left out
};

/// How many distinct series each family of the page has: by number, of a histogram all its buckets. Time: n
/// log n of the page's samples.
[[nodiscard]] std::vector<std::size_t> seriesByFamily(const ExposedPage &page);

/// How many series a family would have without these labels. Time: n log n of its labels.
[[nodiscard]] std::size_t seriesWithout(const ExposedPage &page, const PageFamily &family,
                                        std::span<const std::string_view> labels);

/// Whether the value of a label follows from that of another one throughout the family: dropping it saves
/// nothing.
[[nodiscard]] bool followsFrom(const ExposedPage &page, const PageFamily &family, std::string_view label,
                               std::string_view other);

/// The families with most series, most first, at most `most`. Time: n log n of the page's labels.
/// A stop ends it early.
[[nodiscard]] std::vector<FamilyCardinality> cardinalityOf(const ExposedPage &page, std::size_t most = 200,
                                                           const std::stop_token &stop = {});

} // namespace sightglass
