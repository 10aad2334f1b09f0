// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/errortext.h"

#include "model/presentation/filledtext.h"

#include <QCoreApplication>

namespace sightglass {

QString errorText(const Error &error, qsizetype longestArgument)
{
    // messageTemplate() is the one table of texts; errorstrings.h lists it for lupdate.
    const std::string message(messageTemplate(error.code));
    const QString text = QCoreApplication::translate("errors", message.c_str());
    const QString filled = filledText(text, error.arguments, longestArgument);
    if (error.position.line > 0)
        return QStringLiteral("%1:%2: ").arg(error.position.line).arg(error.position.column) + filled;
    return filled;
}

} // namespace sightglass
