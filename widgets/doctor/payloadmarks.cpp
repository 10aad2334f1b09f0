// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/payloadmarks.h"

#include <algorithm>
#include <utility>

namespace sightglass {

PayloadMarks::PayloadMarks(std::vector<PayloadMark> marks)
    : m_marks(std::move(marks))
{
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const PayloadMark &a, const PayloadMark &b) { return a.span.begin < b.span.begin; });
}

std::span<const PayloadMark> PayloadMarks::within(std::size_t begin, std::size_t end) const noexcept
{
    const auto first =
        std::lower_bound(m_marks.begin(), m_marks.end(), begin,
                         [](const PayloadMark &mark, std::size_t place) { return mark.span.begin < place; });
    const auto last =
        std::upper_bound(first, m_marks.end(), end,
                         [](std::size_t place, const PayloadMark &mark) { return place < mark.span.begin; });
    return {first, last};
}

const PayloadMark *worstOf(std::span<const PayloadMark> marks) noexcept
{
    const PayloadMark *worst = nullptr;
    for (const PayloadMark &mark : marks) {
        const bool matters = worst == nullptr || (worst->approved && !mark.approved) ||
                             (worst->approved == mark.approved && mark.severity < worst->severity);
        worst = matters ? &mark : worst;
    }
    return worst;
}

} // namespace sightglass
