// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/cellparts.h"

#include "widgets/style/listtext.h"

#include <QFontMetricsF>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace sightglass {

namespace {

constexpr double pillPadding = 7;
constexpr double pillGap = 4;
constexpr double pillInset = 3;
constexpr qsizetype mostPills = 100;
constexpr double lightSurface = 0.6;

} // namespace

QStringList pillsOf(const QString &text)
{
    QStringList pills;
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
    if (json.isArray()) {
        for (const QJsonValue &value : json.array())
            pills.append(value.isString() ? value.toString() : value.toVariant().toString());
    } else {
        pills = text.split(u',');
    }
    for (QString &pill : pills)
        pill = pill.trimmed();
    pills.removeAll(QString());
    return pills.mid(0, mostPills);
}

void drawPills(DisplayList &list, const QRectF &rect, const QStringList &pills, const QFont &font,
               const std::function<QColor(const QString &)> &color)
{
    const QFontMetricsF metrics(font);
    const double height = std::min(rect.height() - 2 * pillInset, metrics.height() + 2);
    const QString more = QStringLiteral("+%1");
    const double moreWidth = metrics.horizontalAdvance(more.arg(pills.size())) + pillGap;
    double left = rect.left();
    for (qsizetype i = 0; i < pills.size(); ++i) {
        const bool last = i + 1 == pills.size();
        const double room = rect.right() - left - (last ? 0 : moreWidth);
        const double wanted = metrics.horizontalAdvance(pills[i]) + 2 * pillPadding + 1;
        if (wanted > room && i > 0) {
            list.add(DisplayList::Text{QRectF(left, rect.top(), rect.right() - left, rect.height()),
                                       more.arg(pills.size() - i), font, color(pills[i])});
            return;
        }
        const QRectF box(left, rect.center().y() - height / 2, std::min(wanted, std::max(room, 0.0)), height);
        const QColor surface = color(pills[i]);
        list.add(DisplayList::Fill{box, surface, height / 2});
        const QRectF inside = box.adjusted(pillPadding, 0, -pillPadding, 0);
        list.add(DisplayList::Text{inside, metrics.elidedText(pills[i], Qt::ElideRight, inside.width() + 1),
                                   font, cellInk(surface)});
        left = box.right() + pillGap;
    }
}

void drawWrapped(DisplayList &list, const QRectF &rect, const DisplayList::Text &text)
{
    const double line = QFontMetricsF(text.font).height();
    const int fitting = std::clamp(static_cast<int>(rect.height() / line), 1, mostCellLines);
    const QStringList lines = wrappedText(text.text, text.font, static_cast<int>(rect.width()), fitting);
    double top = rect.center().y() - line * static_cast<double>(lines.size()) / 2;
    for (const QString &one : lines) {
        DisplayList::Text part = text;
        part.box = QRectF(rect.left(), top, rect.width(), line);
        part.text = one;
        list.add(std::move(part));
        top += line;
    }
}

QColor cellInk(const QColor &surface)
{
    const double luminance = 0.2126 * surface.redF() + 0.7152 * surface.greenF() + 0.0722 * surface.blueF();
    return luminance > lightSurface ? QColor(0x1a, 0x1c, 0x22) : QColor(Qt::white);
}

} // namespace sightglass
