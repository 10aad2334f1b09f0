// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/errortext.h"

#include "model/presentation/displaytext.h"

#include <QCoreApplication>

namespace sightglass {

QString errorText(const Error &error)
{
    // messageTemplate() is the one table of texts; errorstrings.h lists it for lupdate.
    const std::string message(messageTemplate(error.code));
    const QString text = QCoreApplication::translate("errors", message.c_str());
    // One pass and no QString::arg(): an argument that itself holds "%1" is not filled again.
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int index = i + 1 < text.size() ? text[i + 1].digitValue() - 1 : -1;
        if (text[i] == QLatin1Char('%') && index >= 0 &&
            static_cast<std::size_t>(index) < error.arguments.size()) {
            filled += displayText(error.arguments[static_cast<std::size_t>(index)]);
            ++i;
        } else {
            filled += text[i];
        }
    }
    if (error.position.line > 0)
        return QStringLiteral("%1:%2: ").arg(error.position.line).arg(error.position.column) + filled;
    return filled;
}

} // namespace sightglass
