// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/annotationmerge.h"

#include <algorithm>
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

} // namespace sightglass
