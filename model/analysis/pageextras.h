// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/exposedpage.h"
#include "parser/exposition/exposedexemplar.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What a family's metadata lines say, cut to 1,000 bytes each.
struct FamilyTexts
{
    std::string help;
    std::string unit;
};

struct PageExemplar
{
    std::uint32_t sample = 0; ///< of ExposedPage::samples
    ExposedExemplar exemplar;
};

/// A native histogram in words of the format: count, sum, schema and buckets.
struct PageHistogram
{
    std::uint32_t sample = 0; ///< of ExposedPage::samples
    std::string text;
};

/// What a page has that the examination does without, for whoever shows it. Text is hostile.
struct PageExtras
{
    std::vector<FamilyTexts> families;     ///< as many as ExposedPage::families
    std::vector<PageExemplar> exemplars;   ///< by sample; the first 100,000
    std::vector<PageHistogram> histograms; ///< by sample; behind the first 64 MiB of text "{…}"

    [[nodiscard]] std::span<const PageExemplar> exemplarsOf(std::uint32_t sample) const noexcept;
    /// Of a sample that is a native histogram, or the first of a histogram whose native part was passed over;
    /// empty for all others.
    [[nodiscard]] std::string_view histogramOf(std::uint32_t sample) const noexcept;
};

/// Reads them from the page's body once more, as far as the page was read. A stop ends it early.
[[nodiscard]] PageExtras readExtras(const ExposedPage &page, const std::stop_token &stop = {});

} // namespace sightglass
