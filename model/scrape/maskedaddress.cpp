// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/maskedaddress.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

const QLatin1String mask("***");

} // namespace

bool isSecretParameter(QStringView name)
{
    static constexpr std::array parts = {"token",     "secret",     "passw",      "passphrase", "apikey",
                                         "accesskey", "privatekey", "credential", "signature"};
    static constexpr std::array words = {"key",    "auth",      "authorization", "proxyauthorization",
                                         "pw",     "pwd",       "pass",          "sig",
                                         "bearer", "jwt",       "sid",           "session",
                                         "cookie", "sessionid", "xauth",         "code"};
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
    }
    return std::any_of(parts.begin(), parts.end(),
                       [&plain](const char *part) { return plain.contains(QLatin1String(part)); }) ||
           std::any_of(words.begin(), words.end(),
                       [&plain](const char *word) { return plain == QLatin1String(word); });
}

QString maskedQuery(const QString &query)
{
    QStringList parts = query.split(QLatin1Char('&'));
    for (QString &part : parts) {
        const qsizetype equals = part.indexOf(QLatin1Char('='));
        const QString name = QUrl::fromPercentEncoding(part.left(equals).toUtf8());
        if (equals >= 0 && equals + 1 < part.size() && isSecretParameter(name))
            part = part.left(equals + 1) + mask;
    }
    return parts.join(QLatin1Char('&'));
}

QString maskedAddress(const QString &typed)
{
    static const QRegularExpression scheme(QStringLiteral("^\\s*(?:[A-Za-z][A-Za-z0-9+.-]*:)?//+"));
    const qsizetype begin = scheme.match(typed).capturedLength();
    const qsizetype colon = typed.indexOf(QLatin1Char(':'), begin);
    const qsizetype at = typed.lastIndexOf(QLatin1Char('@'));
    QString shown = typed;
    if (at > begin)
        shown = typed.left(colon >= 0 && colon < at ? colon + 1 : begin) + mask + typed.mid(at);
    const qsizetype query = shown.indexOf(QLatin1Char('?'));
    return query < 0 ? shown : shown.left(query + 1) + maskedQuery(shown.mid(query + 1));
}

} // namespace sightglass
