// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/annotationmerge.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

bool sayTheSame(const Annotation &a, const Annotation &b)
{
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == 'e' || c == '-'; };
    if (a.severity != b.severity || a.span != b.span)
        return false;
    auto left = a.text.begin();
    auto right = b.text.begin();
    while (true) {
        left = std::find_if_not(left, a.text.end(), isDigit);
        right = std::find_if_not(right, b.text.end(), isDigit);
        if (left == a.text.end() || right == b.text.end())
            return left == a.text.end() && right == b.text.end();
        if (*left++ != *right++)
            return false;
    }
}

} // namespace

void addNewAnnotations(std::vector<Annotation> &all, std::vector<Annotation> more)
{
    for (Annotation &annotation : more) {
        if (std::ranges::none_of(all, [&](const Annotation &known) { return sayTheSame(known, annotation); }))
            all.push_back(std::move(annotation));
    }
}

bool isDoubtOfCounter(const Annotation &annotation, const Snapshot &snapshot)
{
    constexpr std::string_view doubt = "metric might not be a counter,";
    const std::string_view text = annotation.text;
    const std::size_t end = text.rfind('"');
    if (!text.starts_with(doubt) || end == std::string_view::npos || end == 0)
        return false;
    const std::size_t begin = text.rfind('"', end - 1);
    if (begin == std::string_view::npos)
        return false;
    const auto said = snapshot.metadataView().every(text.substr(begin + 1, end - begin - 1));
    return std::ranges::any_of(said, [](const MetricMetadata &one) {
        return one.type == MetricType::Counter || one.type == MetricType::Histogram;
    });
}

} // namespace sightglass
