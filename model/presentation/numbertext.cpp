// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/numbertext.h"

#include "model/presentation/valuetext.h"

namespace sightglass {

QLocale countLocale()
{
    // Of itself the C locale leaves groups out.
    QLocale locale;
    locale.setNumberOptions(locale.numberOptions() & ~QLocale::NumberOptions(QLocale::OmitGroupSeparator));
    return locale;
}

QString countText(std::uint64_t count)
{
    return countLocale().toString(static_cast<qulonglong>(count));
}

QString shareText(std::size_t part, std::size_t whole)
{
    if (whole == 0)
        return {};
    const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    return QStringLiteral("%1 %").arg(countLocale().toString(share, 'f', share < 10 ? 1 : 0));
}

QString measureText(double value, std::string_view unit)
{
    const QString point = countLocale().decimalPoint();
    QString text = valueText(value, unit);
    for (qsizetype at = text.indexOf(u'.'); at > 0; at = text.indexOf(u'.', at + point.size())) {
        const bool isPoint = at + 1 < text.size() && text.at(at - 1).isDigit() && text.at(at + 1).isDigit();
        if (isPoint)
            text.replace(at, 1, point);
    }
    return text;
}

} // namespace sightglass
