// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/filledtext.h"

#include "model/presentation/displaytext.h"

namespace sightglass {

QString filledText(const QString &text, const std::vector<std::string> &arguments, qsizetype longestArgument)
{
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int index = i + 1 < text.size() ? text[i + 1].digitValue() - 1 : -1;
        if (text[i] == QLatin1Char('%') && index >= 0 && static_cast<std::size_t>(index) < arguments.size()) {
            filled += displayText(arguments[static_cast<std::size_t>(index)], longestArgument);
            ++i;
        } else {
            filled += text[i];
        }
    }
    return filled;
}

} // namespace sightglass
