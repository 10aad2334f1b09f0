// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/foreignpanel.h"

#include "model/presentation/displaytext.h"
#include "widgets/style/listtext.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace sightglass {

namespace {

constexpr double padding = 12;
constexpr double lineGap = 4;
constexpr int mostLines = 3;

std::string sourceOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    const QJsonObject object = value.toObject();
    const QString type = object.value(QLatin1String("type")).toString();
    return (type.isEmpty() ? object.value(QLatin1String("uid")).toString() : type).toStdString();
}

} // namespace

std::string foreignDataSource(const std::string &json)
{
    const QJsonObject panel = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    const std::string own = sourceOf(panel.value(QLatin1String("datasource")));
    if (!own.empty())
        return own;
    const QJsonArray targets = panel.value(QLatin1String("targets")).toArray();
    return targets.isEmpty() ? std::string()
                             : sourceOf(targets.first().toObject().value(QLatin1String("datasource")));
}

namespace {

/// The name of a library panel whose content is not in the file; null for other panels.
QString libraryPanelName(const ForeignOptions &options)
{
    if (options.plugin != "library-panel")
        return {};
    const QJsonObject panel = QJsonDocument::fromJson(QByteArray::fromStdString(options.json)).object();
    const QJsonObject library = panel.value(QLatin1String("libraryPanel")).toObject();
    const QString name = library.value(QLatin1String("name")).toString();
    return name.isEmpty() ? library.value(QLatin1String("uid")).toString(QStringLiteral("?")) : name;
}

/// What a panel is that is not drawn, and why.
QStringList foreignTexts(const ForeignOptions &options)
{
    if (const QString name = libraryPanelName(options); !name.isNull())
        return {
            ForeignPanel::tr("The library panel “%1”").arg(displayText(name)),
            ForeignPanel::tr("Its content is not in the file: Grafana keeps it apart. Export the dashboard "
                             "there for sharing externally, and it comes along.")};
    const QString plugin = displayText(std::string_view(options.plugin));
    // The panel could be drawn, its data cannot be had.
    if (!options.datasource.empty())
        return {ForeignPanel::tr("Data of “%1”").arg(displayText(std::string_view(options.datasource))),
                ForeignPanel::tr("The panel (%1) asks this data source only. Here Prometheus' metrics are "
                                 "shown, and nothing else is asked.")
                    .arg(plugin),
                ForeignPanel::tr("It is kept in the file, and exported again as it was.")};
    QStringList texts;
    texts.append(plugin.isEmpty() ? ForeignPanel::tr("A panel of another program")
                                  : ForeignPanel::tr("A panel of the plugin “%1”").arg(plugin));
    const std::string source = foreignDataSource(options.json);
    if (!source.empty())
        texts.append(
            ForeignPanel::tr("It asks the data source “%1”.").arg(displayText(std::string_view(source))));
    texts.append(
        ForeignPanel::tr("It is not drawn here. It is kept in the file, and exported again as it was."));
    return texts;
}

} // namespace

ForeignPanel::ForeignPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_theme(theme)
{
    ForeignOptions options;
    if (const auto *own = std::get_if<ForeignOptions>(&spec.options))
        options = *own;
    m_texts = foreignTexts(options);
    setAccessibleName(m_texts.first());
    setAccessibleDescription(m_texts.mid(1).join(u' '));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::TabFocus);
}

void ForeignPanel::setData(const PanelDataPtr &answer)
{
    Q_UNUSED(answer)
}

void ForeignPanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

DisplayList ForeignPanel::drawing() const
{
    struct Line
    {
        QString text;
        QFont font;
        QColor color;
    };
    std::vector<Line> lines;
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QFont small = smallFont(font());
    const double room = std::max(width() - 2 * padding, 1.0);
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QFont &used = i == 0 ? strong : small;
        for (const QString &text : wrappedText(m_texts[i], used, static_cast<int>(room), mostLines))
            lines.push_back({text, used, i == 0 ? m_theme.text : m_theme.textMuted});
    }
    double height = 0;
    for (const Line &line : lines)
        height += QFontMetricsF(line.font).height() + lineGap;
    DisplayList list;
    list.add(DisplayList::Fill{QRectF(rect()), m_theme.surface, 0, Qt::NoPen});
    const QRectF frame = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    list.add(DisplayList::Fill{frame, Qt::NoBrush, 4, QPen(m_theme.border, 1, Qt::DashLine)});
    double top = std::max(padding / 2, (this->height() - height) / 2);
    for (const Line &line : lines) {
        const double next = top + QFontMetricsF(line.font).height();
        if (next > this->height())
            break;
        list.add(DisplayList::Text{QRectF(padding, top, room, next - top), line.text, line.font, line.color,
                                   Qt::AlignCenter, 0});
        top = next + lineGap;
    }
    return list;
}

void ForeignPanel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    drawing().paint(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

bool ForeignPanel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return PanelView::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(m_texts.join(u'\n')),
                       this);
    return true;
}

void ForeignPanel::exportTo(QPainter &painter)
{
    drawing().paint(painter);
}

} // namespace sightglass
