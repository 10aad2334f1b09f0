// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/maskedaddress.h"

#include <QRegularExpression>

namespace sightglass {

QString maskedAddress(const QString &typed)
{
    static const QRegularExpression scheme(QStringLiteral("^\\s*(?:[A-Za-z][A-Za-z0-9+.-]*:)?//+"));
    const qsizetype begin = scheme.match(typed).capturedLength();
    const qsizetype colon = typed.indexOf(QLatin1Char(':'), begin);
    const qsizetype at = typed.lastIndexOf(QLatin1Char('@'));
    if (colon < 0 || at <= colon)
        return typed;
    return typed.left(colon + 1) + QLatin1String("***") + typed.mid(at);
}

} // namespace sightglass
