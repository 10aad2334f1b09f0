// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/alertlistpanel.h"

#include "model/presentation/displaytext.h"
#include "widgets/lists/alertrows.h"
#include "widgets/lists/rowlist.h"

#include <QPainter>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int mostCounted = 1'000'000;

bool isEntry(const ListRow &row)
{
    return row.kind == ListRow::Kind::Entry;
}

} // namespace

AlertListPanel::AlertListPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_theme(theme)
    , m_list(new RowList(theme, this))
{
    if (const auto *options = std::get_if<AlertListOptions>(&spec.options))
        m_options = *options;
    m_list->setAccessibleName(tr("Alerts: %1").arg(displayText(std::string_view(spec.title))));
    setFocusProxy(m_list);
    present();
}

void AlertListPanel::setData(const PanelDataPtr &answer)
{
    Q_UNUSED(answer)
}

void AlertListPanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_list->setTheme(theme);
    present();
}

void AlertListPanel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    present();
}

void AlertListPanel::setRules(const std::vector<RuleStatus> &rules, const std::vector<std::string> &ownGroups)
{
    m_rules = rules;
    m_ownGroups = ownGroups;
    present();
}

void AlertListPanel::present()
{
    AlertListOptions options = m_options;
    if (options.counted)
        options.limit = mostCounted;
    std::vector<ListRow> rows = alertListRows({m_rules, m_ownGroups}, options, m_theme, m_zone);
    if (rows.empty()) {
        const auto watched = std::ranges::count_if(m_rules, [](const RuleStatus &status) {
            return status.rule && status.rule->kind == RuleKind::Alerting;
        });
        const QString text =
            watched == 0 ? tr("No rule is watched")
                         : tr("No alert. %n rule(s) are watched.", nullptr, static_cast<int>(watched));
        rows.push_back({ListRow::Kind::Note, text, {}, {}, {}, {}, {}});
    }
    m_alerts = static_cast<int>(std::ranges::count_if(rows, isEntry));
    const auto gravest = std::ranges::find_if(rows, isEntry);
    m_color = gravest != rows.end() ? gravest->color : m_theme.text;
    m_more = m_alerts > 0 && rows.back().kind == ListRow::Kind::Note;
    m_list->setVisible(!m_options.counted || m_alerts == 0);
    update();
    const QString spoken = tr("%n alert(s)", nullptr, m_alerts);
    if (spoken != m_list->accessibleDescription())
        m_list->setAccessibleDescription(spoken);
    m_list->setRows(std::move(rows));
}

void AlertListPanel::resizeEvent(QResizeEvent *event)
{
    m_list->setGeometry(rect());
    PanelView::resizeEvent(event);
}

void AlertListPanel::exportTo(QPainter &painter)
{
    painter.fillRect(rect(), m_theme.surface);
    if (m_list->isHidden())
        paintNumber(painter);
    else
        m_list->drawing().paint(painter);
}

void AlertListPanel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (!m_list->isHidden())
        return;
    QPainter painter(this);
    paintNumber(painter);
}

void AlertListPanel::paintNumber(QPainter &painter) const
{
    constexpr double shareOfHeight = 0.6;
    constexpr double shareOfWidth = 0.9;
    const QString text = m_more ? tr("%1+", "a number and more").arg(m_alerts) : locale().toString(m_alerts);
    QFont number = font();
    number.setPixelSize(std::max(1, static_cast<int>(height() * shareOfHeight)));
    const double wide = QFontMetricsF(number).horizontalAdvance(text);
    if (wide > width() * shareOfWidth)
        number.setPixelSize(
            std::max(1, static_cast<int>(number.pixelSize() * width() * shareOfWidth / wide)));
    painter.setFont(number);
    painter.setPen(m_color);
    painter.drawText(rect(), Qt::AlignCenter, text);
}

} // namespace sightglass
