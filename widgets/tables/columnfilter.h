// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace sightglass {

/// How a column's rows are compared with what the user typed.
enum class FilterOperator : unsigned char
{
    Contains,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual
};

/// Which rows a column lets through: those with one of the chosen texts, and whose value compares so. Texts
/// are as shown; Contains and the equalities compare texts without regard to case, numbers where both are
/// some; the others compare numbers only.
struct ColumnFilter
{
    QSet<QString> values; ///< empty: any
    FilterOperator comparison = FilterOperator::Contains;
    QString operand; ///< empty: not compared

    [[nodiscard]] bool active() const { return !values.isEmpty() || !operand.isEmpty(); }
    /// `number` is NaN for what is none.
    [[nodiscard]] bool matches(const QString &text, double number) const;
};

} // namespace sightglass
