// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/exposedpage.h"

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

SourceSpan ExposedPage::labelSpan(const PageSample &sample, std::string_view label) const noexcept
{
    const std::string_view series = body.substr(sample.span.begin, sample.span.end - sample.span.begin);
    std::size_t at = series.find('{');
    while (at < series.size()) {
        at = series.find(label, at + 1);
        if (at == std::string_view::npos)
            break;
        const std::size_t behind = at + label.size();
        const bool begins = series[at - 1] == '{' || series[at - 1] == ',' || series[at - 1] == ' ';
        if (!begins || !series.substr(behind).starts_with("=\""))
            continue;
        std::size_t end = behind + 2;
        while (end < series.size() && series[end] != '"')
            end += series[end] == '\\' ? 2 : 1;
        return {sample.span.begin + at, sample.span.begin + std::min(end + 1, series.size())};
    }
    return sample.span;
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
