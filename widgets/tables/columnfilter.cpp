// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/columnfilter.h"

#include <cmath>

namespace sightglass {

bool ColumnFilter::matches(const QString &text, double number) const
{
    if (!values.isEmpty() && !values.contains(text))
        return false;
    if (operand.isEmpty())
        return true;
    bool isNumber = false;
    const double wanted = operand.trimmed().toDouble(&isNumber);
    const bool numbers = isNumber && !std::isnan(number);
    const bool same = numbers ? number == wanted : text.compare(operand, Qt::CaseInsensitive) == 0;
    switch (comparison) {
    case FilterOperator::Contains:
        return text.contains(operand, Qt::CaseInsensitive);
    case FilterOperator::Equal:
        return same;
    case FilterOperator::NotEqual:
        return !same;
    case FilterOperator::Less:
        return numbers && number < wanted;
    case FilterOperator::LessOrEqual:
        return numbers && number <= wanted;
    case FilterOperator::Greater:
        return numbers && number > wanted;
    case FilterOperator::GreaterOrEqual:
        return numbers && number >= wanted;
    }
    return true;
}

} // namespace sightglass
