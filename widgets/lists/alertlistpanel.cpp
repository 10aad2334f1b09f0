// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/alertlistpanel.h"

#include "model/presentation/displaytext.h"
#include "widgets/lists/alertrows.h"
#include "widgets/lists/rowlist.h"

#include <QPainter>

#include <algorithm>

namespace sightglass {

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

void AlertListPanel::setRules(const std::vector<RuleStatus> &rules, const std::vector<std::string> &ownGroups)
{
    m_rules = rules;
    m_ownGroups = ownGroups;
    present();
}

void AlertListPanel::present()
{
    std::vector<ListRow> rows = alertListRows({m_rules, m_ownGroups}, m_options, m_theme);
    if (rows.empty()) {
        const auto watched = std::ranges::count_if(m_rules, [](const RuleStatus &status) {
            return status.rule && status.rule->kind == RuleKind::Alerting;
        });
        const QString text =
            watched == 0 ? tr("No rule is watched")
                         : tr("No alert. %n rule(s) are watched.", nullptr, static_cast<int>(watched));
        rows.push_back({ListRow::Kind::Note, text, {}, {}, {}, {}, {}});
    }
    const auto alerts =
        std::ranges::count_if(rows, [](const ListRow &row) { return row.kind == ListRow::Kind::Entry; });
    const QString spoken = tr("%n alert(s)", nullptr, static_cast<int>(alerts));
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
    m_list->drawing().paint(painter);
}

} // namespace sightglass
