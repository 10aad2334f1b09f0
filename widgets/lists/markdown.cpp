// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/markdown.h"

#include "widgets/lists/safehtml.h"

#include <QByteArray>
#include <QRegularExpression>

#include <md4c-html.h>

#include <algorithm>

namespace sightglass {

namespace {

/// Bytes of HTML: some twelve times the longest text, as small cells of tables need it.
constexpr qsizetype longestHtml = 12 * longestPanelText;

/// The library takes lines like |-|-| for text: below the head of a table it wants three dashes a column.
QString longDashes(QStringView line)
{
    static const QRegularExpression below(QStringLiteral("^ {0,3}\\|?( *:?-+:? *\\|)+( *:?-+:? *)?$"));
    static const QRegularExpression dashes(QStringLiteral("-+"));
    QString whole = line.toString();
    return below.match(whole).hasMatch() ? whole.replace(dashes, QStringLiteral("---")) : whole;
}

QByteArray prepared(QStringView markdown)
{
    QString result;
    bool inCode = false;
    for (const QStringView line : markdown.split(u'\n')) {
        const QStringView trimmed = line.trimmed();
        inCode = inCode != (trimmed.startsWith(u"```") || trimmed.startsWith(u"~~~"));
        result += (inCode ? line.toString() : longDashes(line)) + u'\n';
    }
    return result.toUtf8();
}

QByteArray html(const QByteArray &markdown)
{
    QByteArray result;
    const auto append = [](const MD_CHAR *text, MD_SIZE size, void *out) {
        auto &bytes = *static_cast<QByteArray *>(out);
        if (bytes.size() + static_cast<qsizetype>(size) <= longestHtml)
            bytes.append(text, static_cast<qsizetype>(size));
    };
    md_html(markdown.constData(), static_cast<MD_SIZE>(markdown.size()), append, &result, MD_DIALECT_GITHUB,
            0);
    return result;
}

} // namespace

QString safeMarkdown(QStringView markdown)
{
    QString result =
        QString::fromUtf8(html(prepared(markdown.first(std::min(markdown.size(), longestPanelText)))));
    const QString box = QStringLiteral("<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled");
    result.replace(box + u'>', QStringLiteral("☐ "));
    result.replace(box + QStringLiteral(" checked>"), QStringLiteral("☑ "));
    // Heads of columns stand where their cells do, for which TextPanel takes the sign that nobody else gives:
    // Qt centres them else, and "left" is the left also of what is written from the right.
    result.replace(QStringLiteral("<th>"), QStringLiteral("<th align=\"justify\">"));
    return safeHtml(result, result.size()).trimmed();
}

} // namespace sightglass
