// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/displaytext.h"

#include <QChar>

namespace sightglass {

namespace {

constexpr char16_t ellipsis = u'…';

QString visible(char32_t c)
{
    switch (c) {
    case '\n':
        return QStringLiteral("\\n");
    case '\r':
        return QStringLiteral("\\r");
    case '\t':
        return QStringLiteral("\\t");
    default:
        break;
    }
    if (c < 0x20 || c == 0x7f)
        return QStringLiteral("\\x%1").arg(static_cast<uint>(c), 2, 16, QChar(u'0'));
    const QChar::Category category = QChar::category(c);
    const bool separator = category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
    if (category == QChar::Other_Control || category == QChar::Other_Format ||
        category == QChar::Other_Surrogate || separator)
        return QStringLiteral("⟨U+%1⟩").arg(QString::number(c, 16).toUpper().rightJustified(4, u'0'));
    return QString::fromUcs4(&c, 1);
}

} // namespace

QString displayText(const QString &text, qsizetype maxLength)
{
    QString result;
    result.reserve(qMin(text.size(), maxLength));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (result.size() >= maxLength) {
            result.append(QChar(ellipsis));
            break;
        }
        char32_t c = text.at(i).unicode();
        const bool pair =
            text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair)
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
        result.append(visible(c));
        i += pair ? 1 : 0;
    }
    return result;
}

QString displayText(std::string_view text, qsizetype maxLength)
{
    // A character takes at most four bytes: what lies beyond cannot be shown, so it need not be decoded.
    const auto bytes = qMin(static_cast<qsizetype>(text.size()), maxLength * 4 + 4);
    return displayText(QString::fromUtf8(text.data(), bytes), maxLength);
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(text.toHtmlEscaped());
}

} // namespace sightglass
