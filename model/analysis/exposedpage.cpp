// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/exposedpage.h"

#include "parser/exposition/sampleplaces.h"

#include <algorithm>
#include <string>

namespace sightglass {

namespace {

/// Spreads the bits of two hashes over one, so that sums of them tell label sets apart.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b) noexcept
{
    std::uint64_t x = a * 0x9E3779B97F4A7C15ULL + b;
    x ^= x >> 32U;
    x *= 0xD6E8FEB86659FD93ULL;
    x ^= x >> 32U;
    x *= 0xD6E8FEB86659FD93ULL;
    return x ^ (x >> 32U);
}

} // namespace

std::uint64_t ExposedPage::identityOf(PageLabel label) const noexcept
{
    return mixed(symbolHashes[label.name], symbolHashes[label.value]);
}

std::string_view ExposedPage::suffixOf(const PageSample &sample) const noexcept
{
    const std::string_view family = name(families[sample.family]);
    const std::string_view full = withoutIndent(text(sample.name));
    return full.size() >= family.size() ? full.substr(family.size()) : std::string_view();
}

std::optional<std::string_view> ExposedPage::labelValue(const PageSample &sample,
                                                        std::string_view label) const noexcept
{
    for (const PageLabel each : labelsOf(sample)) {
        if (text(each.name) == label)
            return text(each.value);
    }
    return std::nullopt;
}

SourceSpan ExposedPage::labelSpan(const PageSample &sample, std::string_view label) const
{
    const auto all = labelsOf(sample);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](PageLabel each) { return text(each.name) == label; });
    const auto places = samplePlaces(textBody(), sample.span.begin).labels;
    const auto number = static_cast<std::size_t>(found - all.begin());
    return number < places.size() ? places[number].whole() : sample.span;
}

SourceSpan ExposedPage::valueSpan(const PageSample &sample) const
{
    return samplePlaces(textBody(), sample.span.begin).value;
}

SourceSpan ExposedPage::timestampSpan(const PageSample &sample) const
{
    const SamplePlaces places = samplePlaces(textBody(), sample.span.begin);
    return places.timestamp.begin == places.timestamp.end ? places.value : places.timestamp;
}

std::string ExposedPage::queriedName(const PageFamily &family) const
{
    std::string result(name(family));
    if (format == ExpositionFormat::OpenMetricsText && family.type == MetricType::Counter)
        result += "_total";
    if (format == ExpositionFormat::OpenMetricsText && family.type == MetricType::Info)
        result += "_info";
    return result;
}

bool ExposedPage::isDamaged(const PageFamily &family) const noexcept
{
    if (cutAt && !samples.empty() && &family == &families[samples.back().family])
        return true;
    const auto at = std::lower_bound(damagedNames.begin(), damagedNames.end(), name(family));
    return at != damagedNames.end() && at->starts_with(name(family));
}

std::string_view nameOnLine(std::string_view body, std::size_t offset) noexcept
{
    const std::size_t at = std::min(offset, body.size());
    const std::size_t before = at == 0 ? std::string_view::npos : body.rfind('\n', at - 1);
    std::string_view line = body.substr(before == std::string_view::npos ? 0 : before + 1);
    line = line.substr(0, line.find('\n'));
    for (const std::string_view keyword : {"# HELP ", "# TYPE ", "# UNIT "}) {
        if (line.starts_with(keyword))
            line.remove_prefix(keyword.size());
    }
    return line.substr(0, line.find_first_of("{ \t\r"));
}

} // namespace sightglass
