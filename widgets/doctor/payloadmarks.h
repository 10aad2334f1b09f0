// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"
#include "parser/exposition/expositiondiagnostic.h"

#include <QString>

#include <cstddef>
#include <span>
#include <vector>

namespace sightglass {

/// A place on a page that something is to be said about.
struct PayloadMark
{
    SourceSpan span;
    DiagnosticSeverity severity = DiagnosticSeverity::Wrong;
    QString text;          ///< displayable, plain
    bool approved = false; ///< drawn quietly
};

/// The marks of a page, by place.
class PayloadMarks
{
public:
    PayloadMarks() = default;
    explicit PayloadMarks(std::vector<PayloadMark> marks);

    [[nodiscard]] std::span<const PayloadMark> all() const noexcept { return m_marks; }
    /// Those that begin in [begin, end], both ends included: one behind a row's last byte is the row's.
    [[nodiscard]] std::span<const PayloadMark> within(std::size_t begin, std::size_t end) const noexcept;

private:
    std::vector<PayloadMark> m_marks;
};

/// The one that matters most; null where there is none.
[[nodiscard]] const PayloadMark *worstOf(std::span<const PayloadMark> marks) noexcept;

} // namespace sightglass
