// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/pageextras.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace sightglass {

/// A sample's labels as the text formats write them: {a="b",c="d"}; "" where it has none.
[[nodiscard]] std::string labelsText(const ExposedPage &page, const PageSample &sample);
/// name{a="b"}
[[nodiscard]] std::string seriesText(const ExposedPage &page, const PageSample &sample);
/// The sample's value; a native histogram as PageHistogram::text.
[[nodiscard]] std::string sampleValueText(const ExposedPage &page, const PageExtras &extras,
                                          std::uint32_t sample);
/// # {trace_id="…"} 0.67 1520879607.789
[[nodiscard]] std::string exemplarText(const ExposedExemplar &exemplar);

/// A page of the binary format to be read by people: family by family in its order, each with its TYPE, HELP
/// and UNIT lines, one line for each sample with time in milliseconds and exemplars. It looks like the text
/// formats; native histograms have a notation of their own, so it is not meant to be parsed.
/// Where it would become longer than it may, or the page itself was cut, it ends in a line that says so.
struct PageText
{
    std::string text;
    std::vector<std::size_t>
        familyOffsets; ///< where each of ExposedPage::families begins; those behind the cut: at its line
};

/// What a page may be written in: four times its body and a little for small ones, at most 256 MiB. One line
/// more is not counted.
[[nodiscard]] constexpr std::size_t mostWrittenBytes(std::size_t bodyBytes) noexcept
{
    constexpr std::size_t most = std::size_t{256} << 20U;
    constexpr std::size_t atLeast = std::size_t{1} << 20U;
    return bodyBytes >= most / 4 ? most : std::min(most, atLeast + bodyBytes * 4);
}
[[nodiscard]] PageText writtenPage(const ExposedPage &page, const PageExtras &extras, std::size_t mostBytes);
[[nodiscard]] inline PageText writtenPage(const ExposedPage &page, const PageExtras &extras)
{
    return writtenPage(page, extras, mostWrittenBytes(page.body.size()));
}

} // namespace sightglass
